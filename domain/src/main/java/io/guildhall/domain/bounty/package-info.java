/** A piece of paid work, from its posting to its payout, cancellation or expiry. */
@NullMarked
package io.guildhall.domain.bounty;

import org.jspecify.annotations.NullMarked;
