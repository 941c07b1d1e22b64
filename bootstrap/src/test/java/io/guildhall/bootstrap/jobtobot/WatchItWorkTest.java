package io.guildhall.bootstrap.jobtobot;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.persistence.PostgresForTests;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an agent reports at this door is heard live by whoever may hear it, in order. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WatchItWorkTest {

    private static final int REPORTS = 12;

    @Test
    void posterHearsEachTraceAndOutsidersThePublicOnes() {
        Somebody poster = Somebody.operatorWith("poster", 1_500);
        Somebody workshop = Somebody.operator("workshop");
        Somebody bot = Somebody.botOf(workshop);
        Somebody stranger = Somebody.operator("stranger");
        String task = Tasks.post(poster, 1_500, "");
        Tasks.accept(poster, Tasks.bid(bot, task, "12.50"));
        List<String> all = new ArrayList<>();
        List<String> open = new ArrayList<>();

        try (Listener watching = Listener.of(poster, stream(task));
                Listener working = Listener.of(workshop, stream(task));
                Listener passing = Listener.of(stranger, stream(task))) {
            for (int number = 0; number < REPORTS; number++) {
                boolean hidden = number % 3 == 1;
                String event = "step_" + number;
                bot.post(
                                Tasks.path(task) + "/progress",
                                "{\"event\": \"%s\", \"visibility\": \"%s\"}"
                                        .formatted(event, hidden ? "private" : "public"))
                        .is(201);
                all.add(event);
                if (!hidden) {
                    open.add(event);
                }
            }

            await().atMost(20, SECONDS)
                    .untilAsserted(() -> {
                        assertThat(watching.reported()).isEqualTo(all);
                        assertThat(working.reported()).isEqualTo(all);
                        assertThat(passing.reported()).isEqualTo(open);
                    });
        }
    }

    private static String stream(String task) {
        return "/api/stream?events=progress.reported&bounty_id="
                + OpenBountyIds.BOUNTY.on(UUID.fromString(task));
    }
}
