package io.guildhall.domain.party;

import io.guildhall.domain.party.SettledWork.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What remains of work that Bob's agent did for Ann, to be changed where a test cares. The work is
 * prompt: submitted in the first hour of three days, and answered in the first hour of a week.
 */
public final class SettledWorkFixture {

    public static final Duration LEASE = Duration.ofDays(3);
    public static final Duration REVIEW_WINDOW = Duration.ofDays(7);

    private UUID claim = new UUID(0x0198_0000_0000_7000L, 0x20);
    private OperatorId poster = PartyFixture.ANN;
    private AgentId agent = PartyFixture.BOBS_AGENT;
    private OperatorId operator = PartyFixture.BOB;
    private final Outcome outcome;
    private int agentShareBps;
    private @Nullable Duration submitAfter;
    private @Nullable Duration reviewedAfter;
    private Instant at = PartyFixture.NOW;

    private SettledWorkFixture(Outcome outcome) {
        Duration anHour = Duration.ofHours(1);
        this.outcome = outcome;
        agentShareBps =
                switch (outcome) {
                    case ACCEPTED, AUTO_ACCEPTED -> 10_000;
                    case SETTLED, RULED -> 5_000;
                    case FAILED, EXPIRED -> 0;
                };
        submitAfter = outcome == Outcome.EXPIRED ? null : anHour;
        reviewedAfter =
                switch (outcome) {
                    case ACCEPTED, FAILED -> anHour;
                    case AUTO_ACCEPTED -> REVIEW_WINDOW;
                    case SETTLED, RULED, EXPIRED -> null;
                };
    }

    public static SettledWorkFixture work(Outcome outcome) {
        return new SettledWorkFixture(outcome);
    }

    public SettledWorkFixture claim(UUID changed) {
        claim = changed;
        return this;
    }

    public SettledWorkFixture poster(OperatorId changed) {
        poster = changed;
        return this;
    }

    public SettledWorkFixture agent(AgentId changed, OperatorId itsOperator) {
        agent = changed;
        operator = itsOperator;
        return this;
    }

    /** In basis points of the reward. */
    public SettledWorkFixture agentShare(int changed) {
        agentShareBps = changed;
        return this;
    }

    public SettledWorkFixture submitAfter(@Nullable Duration changed) {
        submitAfter = changed;
        return this;
    }

    public SettledWorkFixture reviewedAfter(@Nullable Duration changed) {
        reviewedAfter = changed;
        return this;
    }

    public SettledWorkFixture at(Instant changed) {
        at = changed;
        return this;
    }

    public SettledWork build() {
        return new SettledWork(
                claim,
                poster,
                agent,
                operator,
                outcome,
                agentShareBps,
                submitAfter,
                LEASE,
                reviewedAfter,
                REVIEW_WINDOW,
                at);
    }
}
