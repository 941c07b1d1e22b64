package io.guildhall.rest.openbounty.bounty;

/** The bounty statuses that callers may look for. */
public enum StatusWord {
    AWAITING_FUNDING,
    OPEN,
    CLAIMED,
    IN_REVIEW,
    DISPUTED,
    COMPLETED,
    PAID,
    CANCELLED,
    EXPIRED
}
