package io.guildhall.domain.ledger;

import io.guildhall.domain.shared.Worded;

/**
 * PENDING is only for outcomes outside the house; it ends once, by the rail's answer, and never by
 * time.
 */
public enum TransferStatus implements Worded {
    PENDING,
    POSTED,
    VOIDED
}
