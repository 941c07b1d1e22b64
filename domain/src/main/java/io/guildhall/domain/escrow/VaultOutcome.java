package io.guildhall.domain.escrow;

/** Why the contract ended a claim or a bounty, as it says it. */
public enum VaultOutcome {
    ACCEPTED,
    MERGED,
    REVIEW_UNANSWERED,
    RULED,
    SETTLED,
    ARBITER_SILENT,
    CANCELLED,
    UNCLAIMED,
    LEASE_ENDED,
    REWORK_ENDED,
    RELEASED
}
