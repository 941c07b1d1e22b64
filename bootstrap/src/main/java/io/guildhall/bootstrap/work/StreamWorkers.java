package io.guildhall.bootstrap.work;

import io.guildhall.application.access.StreamBell;
import io.guildhall.application.stream.PlaceEvents;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What goes on along the stream, on every replica at once. */
@Singleton
final class StreamWorkers {

    private static final int PLACED_AT_ONCE = 1_000;

    private final Loops loops;
    private final StreamBell bell;
    private final PlaceEvents placeEvents;

    StreamWorkers(Loops loops, StreamBell bell, PlaceEvents placeEvents) {
        this.loops = loops;
        this.bell = bell;
        this.placeEvents = placeEvents;
    }

    void onStart(@Observes StartupEvent event) {
        bell.onCommitted(
                loops.start("relay", () -> placeEvents.handle(PLACED_AT_ONCE) == PLACED_AT_ONCE));
    }
}
