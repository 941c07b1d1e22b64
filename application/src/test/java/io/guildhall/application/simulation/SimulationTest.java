package io.guildhall.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Some thousands of markets by chance. {@code -Dsimulation.markets=100000} lives as many as that,
 * {@code -Dsimulation.from=N} begins with another seed, and {@code -Dseed=N} replays one; {@code
 * -Dsimulation.clock-jumps-percent=40} has the clock go back that often.
 */
@SuppressWarnings("SystemOut")
class SimulationTest {

    private static final int MARKETS = 3_000;

    /** A simulation that never gets there would say nothing about it. */
    private static final Set<String> REACHED =
            Set.of(
                    "bounty paid",
                    "bounty cancelled",
                    "bounty expired",
                    "claim fulfilled",
                    "claim rejected",
                    "claim withdrawn",
                    "claim lapsed",
                    "claim released",
                    "claim expired",
                    "claim failed",
                    "submission accepted by POSTER",
                    "submission accepted by TIME",
                    "submission accepted by DISPUTE",
                    "submission failed the gate",
                    "submission failed the gate for good",
                    "dispute executed",
                    "dispute settled",
                    "dispute withdrawn",
                    "dispute timed_out",
                    "submission completed",
                    "ruling completed",
                    "withdrawal completed",
                    "withdrawal returned",
                    "stake forfeited",
                    "crashed",
                    "answered again",
                    "refused insufficient_funds",
                    "refused insufficient_reputation",
                    "refused stale_fence",
                    "refused arbiter_needed",
                    "refused not_the_poster",
                    "refused own_bounty");

    @Test
    void whateverHappensTheRulesHoldAndTimeEndsEverything() {
        Census census = new Census();
        seeds().parallel().forEach(seed -> Simulation.live(seed, Ground.inMemory(seed), census));
        System.out.println(census);
        if (Long.getLong("seed") == null) {
            assertThat(census.seen()).containsAll(REACHED);
        }
    }

    private static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        if (replayed != null) {
            return LongStream.of(replayed);
        }
        long from = Long.getLong("simulation.from", 1);
        return LongStream.range(from, from + Integer.getInteger("simulation.markets", MARKETS));
    }
}
