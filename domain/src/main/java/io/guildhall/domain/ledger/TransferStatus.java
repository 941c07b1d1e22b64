package io.guildhall.domain.ledger;

/**
 * PENDING is only for outcomes outside the house; it ends once, by the rail's answer, and never by
 * time.
 */
public enum TransferStatus {
    PENDING,
    POSTED,
    VOIDED
}
