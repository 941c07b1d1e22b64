package io.guildhall.application.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.simulation.Census;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Some hundreds of markets on chains by chance. {@code -Dsimulation.markets=100000} lives as many
 * as that, {@code -Dsimulation.from=N} begins with another seed, and {@code -Dseed=N} replays one.
 */
@SuppressWarnings("SystemOut")
class EscrowSimulationTest {

    private static final int MARKETS = 300;

    /** A simulation that never gets there would say nothing about it. */
    private static final Set<String> REACHED =
            Set.of(
                    "reorganised",
                    "agreed on all",
                    "agreed, some under way",
                    "prepare accepted",
                    "submit accepted",
                    "accept accepted",
                    "send back accepted",
                    "dispute accepted",
                    "answer accepted",
                    "rule accepted",
                    "confirm accepted",
                    "confirm earlier_not_final",
                    "wallet submitted",
                    "wallet sent back",
                    "wallet disputed",
                    "wallet settled",
                    "wallet withdrew",
                    "wallet released",
                    "wallet expired",
                    "wallet accepted in silence",
                    "money came too late, cancelled",
                    "money came too late, expired",
                    "ended paid",
                    "ended cancelled",
                    "ended expired");

    private static final Set<String> REACHED_IN_CONTRADICTION =
            Set.of(
                    "reorganised",
                    "submit accepted",
                    "accept accepted",
                    "send back accepted",
                    "dispute accepted",
                    "accept bounty_frozen",
                    "wallet sent back",
                    "wallet disputed",
                    "accepted, ended paid",
                    "ended cancelled",
                    "ended expired");

    @Test
    void weAndTheContractAgreeInTheEndAndNothingIsBookedTwice() {
        Census census = new Census();
        seeds().parallel().forEach(seed -> EscrowSimulation.live(seed, census));
        System.out.println(census);
        if (Long.getLong("seed") == null) {
            assertThat(census.seen()).containsAll(REACHED);
        }
    }

    @Test
    void partiesThatContradictEachOtherAreAllPaidWhatTheContractOwesThem() {
        Census census = new Census();
        seeds().parallel().forEach(seed -> EscrowSimulation.liveInContradiction(seed, census));
        System.out.println(census);
        if (Long.getLong("seed") == null) {
            assertThat(census.seen()).containsAll(REACHED_IN_CONTRADICTION);
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
