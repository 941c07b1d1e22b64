package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.persistence.PostgresGuildhall;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What happened before there was a stream stands in it as if there had always been one. */
@QuarkusTest
@QuarkusTestResource(value = PostgresBeforeTheStream.class, restrictToAnnotatedClass = true)
class StreamUpgradeTest {

    private static final int AT_ONCE = 1_000;

    @Inject PostgresGuildhall guildhall;

    @Test
    void whatHappenedBeforeGetsItsPlacesInTheOrderInWhichItHappened() {
        int placed;
        do {
            placed = guildhall.useCases.placeEvents.handle(AT_ONCE);
        } while (placed == AT_ONCE);

        List<Placed> all =
                guildhall.ports.eventStream().after(0, 2 * PostgresBeforeTheStream.EVENTS);

        assertThat(all)
                .extracting(Placed::place)
                .isEqualTo(
                        LongStream.rangeClosed(1, PostgresBeforeTheStream.EVENTS).boxed().toList());
        List<Instant> times = all.stream().map(event -> event.recorded().at()).toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
    }
}
