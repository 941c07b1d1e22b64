package io.guildhall.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.RateLimits.Limit;
import io.guildhall.application.inmemory.InMemoryRateCounters;
import io.guildhall.application.inmemory.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LookUpsTest {

    private static final Limit NONE = new Limit(0, 0);

    private final TestClock clock = new TestClock(Instant.parse("2026-03-02T09:00:20Z"));
    private final RateLimiter limiter = new RateLimiter(clock, new InMemoryRateCounters());
    private final LookUps lookUps =
            new LookUps(new RateLimits(NONE, NONE, new Limit(70, 0)), limiter);

    @Test
    void addressThatGuessedTooOftenIsRefusedUntilTheMinuteIsOver() {
        guess(69);
        assertThat(lookUps.refusal("newcomer", "here")).isEmpty();

        guess(1);

        assertThat(lookUps.refusal("newcomer", "here"))
                .hasValueSatisfying(verdict -> {
                    assertThat(verdict.limit()).isEqualTo(70);
                    assertThat(verdict.untilReset()).isEqualTo(Duration.ofSeconds(40));
                });
        assertThat(lookUps.refusal("newcomer", "elsewhere")).isEmpty();
        clock.advance(Duration.ofSeconds(40));
        assertThat(lookUps.refusal("newcomer", "here")).isEmpty();
    }

    @Test
    void whatWasFoundBeforeIsLookedForWhateverOthersAtItsAddressDo() {
        lookUps.found("neighbour");
        guess(70);

        assertThat(lookUps.refusal("neighbour", "here")).isEmpty();

        lookUps.notFound("neighbour", "here");
        assertThat(lookUps.refusal("neighbour", "here")).isPresent();
    }

    @Test
    void whatIsFoundDrawsOnNothing() {
        for (int found = 0; found < 10; found++) {
            lookUps.found("key " + found);
        }

        assertThat(lookUps.refusal("newcomer", "here")).isEmpty();
    }

    @Test
    void whereTheUnknownMayDoNothingTheyMayStillBecomeKnown() {
        var closed = new LookUps(new RateLimits(NONE, NONE, NONE), limiter);

        assertThat(closed.refusal("newcomer", "here")).isEmpty();
    }

    private void guess(int times) {
        for (int guess = 0; guess < times; guess++) {
            lookUps.notFound("guess " + guess, "here");
        }
    }
}
