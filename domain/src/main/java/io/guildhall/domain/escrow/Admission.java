package io.guildhall.domain.escrow;

import java.time.Instant;

/**
 * The platform's word, signed by its relayer, that a wallet may have the next claim of a bounty.
 * The contract takes no claim without one.
 *
 * @param expiresAt from when on it is worth nothing, by the chain's clock
 * @param signature {@code 0x} and hex digits
 */
public record Admission(Instant expiresAt, String signature) {}
