/** The openpod door, on a whole installation. */
@NullMarked
package io.guildhall.bootstrap.openpod;

import org.jspecify.annotations.NullMarked;
