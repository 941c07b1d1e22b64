/** Payouts at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.payout;

import org.jspecify.annotations.NullMarked;
