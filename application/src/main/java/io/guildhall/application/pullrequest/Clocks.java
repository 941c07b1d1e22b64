package io.guildhall.application.pullrequest;

import io.guildhall.domain.bounty.Bounty;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The market's clock, which a sandbox can move, and the world's, by which GitHub goes.
 *
 * @param market by which bounties live
 */
record Clocks(InstantSource market, InstantSource world) {

    /** GitHub's clock and ours may differ a little. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    /** By the world's clock; where the market's was moved since, it seems to be earlier. */
    Instant postedAt(Bounty bounty) {
        Duration ahead = Duration.between(world.instant(), market.instant());
        return bounty.createdAt().minus(ahead).minus(SKEW);
    }
}
