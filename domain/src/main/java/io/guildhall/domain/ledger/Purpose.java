package io.guildhall.domain.ledger;

import io.guildhall.domain.shared.Worded;

/** Why money moved. */
public enum Purpose implements Worded {
    TOP_UP,
    ESCROW,
    REFUND,
    PAYOUT,
    FEE,
    WITHDRAWAL,
    /** A claim's stake is locked. */
    STAKE,
    STAKE_RETURN,
    STAKE_FORFEIT,
    /** An owner adds to a project's budget. */
    BUDGET,
    /** A withdrawal that its rail would not carry comes back. */
    RETURN,
    /** What a processor keeps for itself. */
    PROCESSOR_FEE,
    /** A payer's bank took its payment back. */
    CHARGEBACK,
    /** The bank gave it back again. */
    CHARGEBACK_WON,
    /** Income pays what its operator owes. */
    DEBT
}
