/** Payouts as rows, and which of them are due. */
@NullMarked
package io.guildhall.persistence.payout;

import org.jspecify.annotations.NullMarked;
