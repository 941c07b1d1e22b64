package io.guildhall.application.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.simulation.Census;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Some thousands of chains by chance. {@code -Dsimulation.chains=100000} lives as many as that,
 * {@code -Dsimulation.from=N} begins with another seed, and {@code -Dseed=N} replays one.
 */
@SuppressWarnings("SystemOut")
class OrdersSimulationTest {

    private static final int CHAINS = 2_000;

    /** A simulation that never gets there would say nothing about it. */
    private static final Set<String> REACHED =
            Set.of(
                    "crashed",
                    "interrupted round",
                    "round in between",
                    "reorganised",
                    "reorganised and lost",
                    "pool forgotten",
                    "nonce spent elsewhere",
                    "fate LOST",
                    "fate ARRIVES_UNANSWERED",
                    "fate UNDERPRICED",
                    "other prices",
                    "key exchanged",
                    "role revoked",
                    "reverts once",
                    "objects",
                    "ended done",
                    "ended withdrawn");

    @Test
    void whateverHappensEachEffectHappensOnceAndNoNonceIsPassedOver() {
        Census census = new Census();
        seeds().parallel().forEach(seed -> OrdersSimulation.live(seed, census));
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
        return LongStream.range(from, from + Integer.getInteger("simulation.chains", CHAINS));
    }
}
