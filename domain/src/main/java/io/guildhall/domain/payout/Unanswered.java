package io.guildhall.domain.payout;

import java.time.Instant;

/**
 * The rail has been asked and nobody knows what it did.
 *
 * @param since when it was asked first
 * @param told whether the payee was told that it takes long
 */
public record Unanswered(Instant since, boolean told) {}
