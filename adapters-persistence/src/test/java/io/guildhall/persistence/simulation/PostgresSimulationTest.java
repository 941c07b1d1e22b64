package io.guildhall.persistence.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.TestClock;
import io.guildhall.application.simulation.Census;
import io.guildhall.application.simulation.Ground;
import io.guildhall.application.simulation.Simulation;
import io.guildhall.persistence.PostgresForTests;
import io.guildhall.persistence.PostgresGuildhall;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A shorter set of the simulation's seeds on PostgreSQL, one after the other in one database. The
 * same seed takes other turns than in memory, where ids and so orders differ; {@code -Dseed=N}
 * replays one here too.
 */
@QuarkusTest
@TestProfile(PostgresSimulationTest.DatabaseOfItsOwn.class)
class PostgresSimulationTest {

    /**
     * What tests of single ports leave behind is nothing that commands would make, and timers would
     * find it. Also the cable of the fault tests is theirs alone.
     */
    public static final class DatabaseOfItsOwn implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresForTests.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final int MARKETS = 12;
    private static final int MARKETS_MAX = 60;

    /** What has to have come about somewhere; more markets are lived until it has. */
    private static final Set<String> REACHED =
            Set.of(
                    "bounty paid",
                    "bounty cancelled",
                    "bounty expired",
                    "claim rejected",
                    "claim lapsed",
                    "claim expired",
                    "submission not accepted",
                    "withdrawal completed",
                    "withdrawal returned",
                    "crashed",
                    "answered again");

    @Inject PostgresGuildhall guildhall;
    @Inject InstantSource clock;

    @Test
    void theRulesHoldOnADatabaseToo() {
        Census census = new Census();
        Long replayed = Long.getLong("seed");
        if (replayed != null) {
            Simulation.live(replayed, ground(), census);
            return;
        }
        int markets = Integer.getInteger("simulation.postgres.markets", MARKETS);
        for (long seed = 1;
                seed <= markets || (seed <= MARKETS_MAX && !census.seen().containsAll(REACHED));
                seed++) {
            Simulation.live(seed, ground(), census);
        }
        assertThat(census.seen()).containsAll(REACHED);
    }

    private Ground ground() {
        return new Ground(
                guildhall.ports,
                guildhall.useCases,
                (TestClock) clock,
                guildhall.provider,
                guildhall.qualityGate);
    }
}
