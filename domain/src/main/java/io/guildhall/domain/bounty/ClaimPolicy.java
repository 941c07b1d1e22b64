package io.guildhall.domain.bounty;

import io.guildhall.domain.shared.Worded;

/**
 * How work is awarded: the poster approves one of the claims, the first eligible agent has it at
 * once, or each claim carries a price and the approved one fixes the reward.
 */
public enum ClaimPolicy implements Worded {
    APPROVAL,
    FIRST_COME,
    BID;

    /** Who takes a bid has not chosen the work by its author, so the gate looks at it first. */
    public boolean isGatedUnlessSwitchedOff() {
        return this == BID;
    }
}
