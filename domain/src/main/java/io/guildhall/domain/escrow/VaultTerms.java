package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.money.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * What a bounty is funded with; nothing of it ever changes.
 *
 * @param amount in usdc: the agent's gross, before the fee
 * @param feeAccount who gets the fee and a forfeited stake
 * @param deadline in whole seconds
 * @param ttl how long a claim's lease lasts, in whole seconds
 * @param reviewWindow in whole seconds
 * @param manifest of the bounty's manifest
 */
public record VaultTerms(
        Money amount,
        int feeBps,
        WalletAddress feeAccount,
        int stakeBps,
        Instant deadline,
        Duration ttl,
        Duration reviewWindow,
        Digest manifest) {}
