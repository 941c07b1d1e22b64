package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.bootstrap.NpmTools;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * The field's own client, the npm package {@code eventsource}, loses nothing when it is cut off.
 */
@QuarkusTest
@TestProfile(SmallStream.class)
@QuarkusTestResource(PostgresForTests.class)
class EventSourceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CREATED = "bounty.created";

    private final List<String> written = new CopyOnWriteArrayList<>();

    @Test
    void whoIsCutOffAgainAndAgainHearsEverythingOnceAndInOrder() throws Exception {
        Party ann = Market.posterWith(200 * Market.REWARD);
        List<String> bounties = new ArrayList<>();
        try (Line line = new Line(Visitor.service())) {
            Process client =
                    NpmTools.start("listen.mjs", line.address() + "/api/stream", ann.key());
            try {
                Thread.startVirtualThread(() -> read(client));
                await().atMost(PATIENCE).until(() -> opened() == 1);
                bounties.add(Market.openBounty(ann));
                await().atMost(PATIENCE).until(() -> count(CREATED) == bounties.size());

                // Once so little is missed that it is still in memory, once it is not.
                for (int missed : List.of(2, 3 * SmallStream.MEMORY)) {
                    int openedBefore = opened();
                    line.cut();
                    for (int bounty = 0; bounty < missed; bounty++) {
                        bounties.add(Market.openBounty(ann));
                    }
                    line.mend();
                    await().atMost(PATIENCE).until(() -> opened() > openedBefore);
                    bounties.add(Market.openBounty(ann));
                    await().atMost(PATIENCE).until(() -> count(CREATED) >= bounties.size());
                }
            } finally {
                client.destroyForcibly();
            }
        }

        List<String> ids = written.stream().filter(heard -> heard.startsWith("evt_")).toList();
        assertThat(ids).doesNotHaveDuplicates().isSorted().hasSize(3 * bounties.size());
        assertThat(count(CREATED)).isEqualTo(bounties.size());
        assertThat(count("resync")).isZero();
    }

    private void read(Process client) {
        try (var output = client.inputReader()) {
            output.lines().forEach(written::add);
        } catch (IOException | UncheckedIOException _) {
            // It was ended.
        }
    }

    private int opened() {
        return count("open");
    }

    private int count(String ending) {
        return Math.toIntExact(written.stream().filter(heard -> heard.endsWith(ending)).count());
    }
}
