package io.guildhall.bootstrap.work;

import io.guildhall.application.access.StreamBell;
import io.guildhall.application.stream.EventTail;
import io.guildhall.application.stream.PlaceEvents;
import io.guildhall.application.stream.PublishEvents;
import io.guildhall.application.worker.Worker;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** What goes on along the stream, on every replica at once. */
@Singleton
final class StreamWorkers {

    private static final int PLACED_AT_ONCE = 1_000;

    /**
     * A round costs the database much the same for one event as for fifty, and whoever follows the
     * stream goes one for each. After a quiet moment an event does not wait.
     */
    private static final Duration BETWEEN_PLACINGS = Duration.ofMillis(25);

    private static final int TOLD_AT_ONCE = 10_000;
    private static final int PUBLISHED_AT_ONCE = 20_000;

    private final Loops loops;
    private final StreamBell bell;
    private final PlaceEvents placeEvents;
    private final EventTail tail;
    private final Optional<PublishEvents> publishEvents;

    StreamWorkers(
            Loops loops,
            StreamBell bell,
            PlaceEvents placeEvents,
            EventTail tail,
            Optional<PublishEvents> publishEvents) {
        this.loops = loops;
        this.bell = bell;
        this.placeEvents = placeEvents;
        this.tail = tail;
        this.publishEvents = publishEvents;
    }

    void onStart(@Observes StartupEvent event) {
        bell.onCommitted(
                loops.start(
                        Worker.RELAY,
                        BETWEEN_PLACINGS,
                        () -> placeEvents.handle(PLACED_AT_ONCE) == PLACED_AT_ONCE));
        bell.onPlaced(loops.start("tail", () -> tail.refresh() >= TOLD_AT_ONCE));
        publishEvents.ifPresent(publish ->
                bell.onPlaced(
                        loops.start(
                                Worker.KAFKA,
                                () -> publish.handle(PUBLISHED_AT_ONCE) >= PUBLISHED_AT_ONCE)));
    }
}
