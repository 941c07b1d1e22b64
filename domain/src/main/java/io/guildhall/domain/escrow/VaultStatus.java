package io.guildhall.domain.escrow;

/** Where the contract says that a bounty stands. */
public enum VaultStatus {
    NONE,
    OPEN,
    CLAIMED,
    IN_REVIEW,
    DISPUTED,
    PAID,
    CANCELLED,
    EXPIRED
}
