/** What the core needs of the machine it runs on: time, ids, randomness and a secret. */
@NullMarked
package io.guildhall.bootstrap.platform;

import org.jspecify.annotations.NullMarked;
