/** What published documents print, as a reader would use it. */
@NullMarked
package io.guildhall.bootstrap.document;

import org.jspecify.annotations.NullMarked;
