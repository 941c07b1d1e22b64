package io.guildhall.domain.escrow;

import java.time.Instant;

/**
 * Nobody can go on with a bounty until an admin has looked, for the contract and we do not agree.
 */
public record Freeze(String reason, Instant at) {}
