/** What runs by itself, on every replica at once: at the start, every second, and now and then. */
@NullMarked
package io.guildhall.bootstrap.work;

import org.jspecify.annotations.NullMarked;
