package io.guildhall.domain.escrow;

/** What the contract is told of work that is not taken as it is. */
public enum SentBackAs {
    REJECTED,
    REVISION_REQUESTED
}
