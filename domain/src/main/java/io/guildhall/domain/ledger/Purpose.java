package io.guildhall.domain.ledger;

/** Why money moved. */
public enum Purpose {
    TOP_UP,
    ESCROW,
    REFUND,
    PAYOUT,
    FEE,
    WITHDRAWAL
}
