/** Freezes of new funding. */
@NullMarked
package io.guildhall.persistence.funding;

import org.jspecify.annotations.NullMarked;
