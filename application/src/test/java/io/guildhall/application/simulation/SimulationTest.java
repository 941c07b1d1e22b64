package io.guildhall.application.simulation;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Some thousands of markets by chance. {@code -Dsimulation.markets=100000} lives as many as that,
 * {@code -Dsimulation.from=N} begins with another seed, and {@code -Dseed=N} replays one.
 */
class SimulationTest {

    private static final int MARKETS = 3_000;

    @Test
    void whateverHappensTheRulesHoldAndTimeEndsEverything() {
        seeds().parallel().forEach(seed -> Simulation.live(seed, Ground.inMemory(seed)));
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
