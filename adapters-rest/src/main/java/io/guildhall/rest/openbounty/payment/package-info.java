/** Payments into the house, payout accounts and the rail behind them, at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.payment;

import org.jspecify.annotations.NullMarked;
