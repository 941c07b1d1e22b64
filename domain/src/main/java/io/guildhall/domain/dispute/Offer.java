package io.guildhall.domain.dispute;

import java.time.Instant;

/**
 * What one side would settle for; it stands until its side makes another one.
 *
 * @param agentShareBps the agent's gross in basis points of the reward, 0 to 10,000
 */
public record Offer(OfferId id, Side by, int agentShareBps, Instant at) {}
