/** Payments into the house as rows, and what their rail told of them by itself. */
@NullMarked
package io.guildhall.persistence.payment;

import org.jspecify.annotations.NullMarked;
