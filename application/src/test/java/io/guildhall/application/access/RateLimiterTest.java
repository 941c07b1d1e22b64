package io.guildhall.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.RateCounters.Counter;
import io.guildhall.application.access.RateLimiter.Verdict;
import io.guildhall.application.access.RateLimits.Budget;
import io.guildhall.application.inmemory.InMemoryRateCounters;
import io.guildhall.application.inmemory.TestClock;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Instant MINUTE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Counter AGENT = new Counter("agent:1", false);
    private static final Counter OPERATOR = new Counter("operator:1", false);

    private final TestClock clock = new TestClock(MINUTE.plusSeconds(20));
    private final InMemoryRateCounters counters = new InMemoryRateCounters();
    private final RateLimiter limiter = new RateLimiter(clock, counters);

    @Test
    void asManyRequestsAsTheLimitAreTakenInAMinute() {
        for (long remaining = 2; remaining >= 0; remaining--) {
            assertThat(limiter.draw(List.of(budget(AGENT, 3))))
                    .isEqualTo(
                            new Verdict(
                                    true,
                                    3,
                                    remaining,
                                    MINUTE.plusSeconds(60),
                                    Duration.ofSeconds(40)));
        }

        Verdict refused = limiter.draw(List.of(budget(AGENT, 3)));

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.untilReset()).isEqualTo(Duration.ofSeconds(40));
        assertThat(refused.secondsUntilReset()).isEqualTo(40);
    }

    @Test
    void nextMinuteBeginsWithAFullBudget() {
        drain(limiter, AGENT, 3);

        clock.set(MINUTE.plusSeconds(60).minusNanos(1_000));
        Verdict refused = limiter.draw(List.of(budget(AGENT, 3)));
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.secondsUntilReset()).isEqualTo(1);

        clock.set(MINUTE.plusSeconds(60));
        assertThat(limiter.draw(List.of(budget(AGENT, 3))).remaining()).isEqualTo(2);
    }

    @Test
    void readsAndWritesAreCountedApart() {
        drain(limiter, AGENT, 3);

        assertThat(limiter.draw(List.of(budget(new Counter("agent:1", true), 3))).allowed())
                .isTrue();
    }

    @Test
    void answerTellsTheNearestBudget() {
        Verdict verdict = limiter.draw(List.of(budget(AGENT, 10), budget(OPERATOR, 5)));

        assertThat(verdict.limit()).isEqualTo(5);
        assertThat(verdict.remaining()).isEqualTo(4);
    }

    @Test
    void refusingBudgetLeavesThoseAfterItUntouched() {
        drain(limiter, AGENT, 2);

        Verdict refused = limiter.draw(List.of(budget(AGENT, 2), budget(OPERATOR, 5)));

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.limit()).isEqualTo(2);
        assertThat(limiter.draw(List.of(budget(OPERATOR, 5))).remaining()).isEqualTo(4);
    }

    @Test
    void noBudgetsMeansNoLimit() {
        assertThat(limiter.draw(List.of()).allowed()).isTrue();
    }

    @Test
    void agentDrawsOnItsOwnBudgetAndThenOnItsOperators() {
        Caller bob = Caller.operator(PartyFixture.BOB, Set.of());
        Caller agent = Caller.agent(PartyFixture.BOBS_AGENT, PartyFixture.BOB);

        assertThat(RateLimits.STANDARD.budgets(agent, "::1", true))
                .containsExactly(
                        budget(new Counter("agent:" + PartyFixture.BOBS_AGENT, true), 100),
                        budget(new Counter("operator:" + PartyFixture.BOB, true), 500));
        assertThat(RateLimits.STANDARD.budgets(bob, "::1", false))
                .containsExactly(budget(new Counter("operator:" + PartyFixture.BOB, false), 1_000));
        assertThat(RateLimits.STANDARD.budgets(null, "::1", false))
                .containsExactly(budget(new Counter("address:::1", false), 600));
    }

    @Test
    void replicasKnowAfterSharingWhatTheOthersHaveCounted() {
        RateLimiter other = new RateLimiter(clock, counters);
        drain(limiter, AGENT, 4);
        drain(other, AGENT, 3);

        limiter.share();
        other.share();
        assertThat(remaining(other, AGENT, 10)).isEqualTo(2);

        // The first replica shared before the other did, and learns of it at its next sharing.
        assertThat(remaining(limiter, AGENT, 10)).isEqualTo(5);
        limiter.share();
        other.share();
        limiter.draw(List.of(budget(AGENT, 10)));
        limiter.share();
        assertThat(limiter.draw(List.of(budget(AGENT, 10))).allowed()).isFalse();
    }

    @Test
    void nothingIsSharedTwice() {
        drain(limiter, AGENT, 4);

        limiter.share();
        limiter.share();
        limiter.share();

        assertThat(counters.add(MINUTE, Map.of(AGENT, 0L))).isEqualTo(Map.of(AGENT, 4L));
        assertThat(remaining(limiter, AGENT, 10)).isEqualTo(5);
    }

    @Test
    void spreadRequestsExceedTheLimitByOneSecondsWorthAtMost() {
        RateLimiter other = new RateLimiter(clock, counters);
        int perSecond = 4;
        int taken = 0;
        for (int second = 0; second < 10; second++) {
            for (RateLimiter replica : List.of(limiter, other)) {
                for (int request = 0; request < perSecond; request++) {
                    taken += replica.draw(List.of(budget(AGENT, 30))).allowed() ? 1 : 0;
                }
            }
            limiter.share();
            other.share();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(taken).isBetween(30, 30 + perSecond);
    }

    @Test
    void whatWasNotSharedInItsMinuteIsForgotten() {
        drain(limiter, AGENT, 4);
        clock.set(MINUTE.plusSeconds(61));

        limiter.share();

        assertThat(counters.add(MINUTE, Map.of(AGENT, 1L))).isEqualTo(Map.of(AGENT, 1L));
        assertThat(remaining(limiter, AGENT, 10)).isEqualTo(9);
    }

    private static Budget budget(Counter counter, long limit) {
        return new Budget(counter, limit);
    }

    private static void drain(RateLimiter limiter, Counter counter, int requests) {
        for (int request = 0; request < requests; request++) {
            assertThat(limiter.draw(List.of(budget(counter, requests))).allowed()).isTrue();
        }
    }

    /** After one more request. */
    private static long remaining(RateLimiter limiter, Counter counter, long limit) {
        return limiter.draw(List.of(budget(counter, limit))).remaining();
    }
}
