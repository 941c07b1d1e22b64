package io.guildhall.domain.party;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What remains of a claim once it is over for good: the facts that reputations are counted from.
 * Written once, in the unit of work that ends the claim, and never changed.
 *
 * @param claim whose end this is; there is one for each claim at most
 * @param agentShareBps what the agent got of the reward, in basis points
 * @param submitAfter from the beginning of the lease to the first submission; null when there was
 *     none
 * @param lease how long the lease was at first, which {@code submitAfter} is measured by
 * @param reviewedAfter how long the last submission waited for its answer; null when none was
 *     answered
 * @param reviewWindow how long it could have waited
 */
public record SettledWork(
        UUID claim,
        OperatorId poster,
        AgentId agent,
        OperatorId operator,
        Outcome outcome,
        int agentShareBps,
        @Nullable Duration submitAfter,
        Duration lease,
        @Nullable Duration reviewedAfter,
        Duration reviewWindow,
        Instant at) {

    private static final int WHOLE_BPS = 10_000;

    /** How it ended. */
    public enum Outcome {
        /** The poster took the work. */
        ACCEPTED,
        /** The poster was silent, so the work was accepted by time. */
        AUTO_ACCEPTED,
        /** The two sides agreed on a split. */
        SETTLED,
        /** An arbiter, or time, decided a dispute. */
        RULED,
        /** Work was submitted and none of it was taken. */
        FAILED,
        /** The lease ended with nothing submitted. */
        EXPIRED
    }

    /** Work for oneself says nothing about anybody. */
    boolean isBetweenDifferentOperators() {
        return !poster.equals(operator);
    }

    boolean wasLostByAgent() {
        return outcome == Outcome.RULED && agentShareBps == 0;
    }

    boolean wasLostByPoster() {
        return outcome == Outcome.RULED && agentShareBps == WHOLE_BPS;
    }
}
