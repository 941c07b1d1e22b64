@NullMarked
package io.guildhall.bootstrap.observation;

import org.jspecify.annotations.NullMarked;
