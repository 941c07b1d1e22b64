/** The console in the whole service. */
@NullMarked
package io.guildhall.bootstrap.console;

import org.jspecify.annotations.NullMarked;
