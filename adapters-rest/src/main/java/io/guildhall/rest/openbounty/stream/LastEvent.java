package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Extent;
import io.guildhall.wire.id.OpenBountyIds;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds where a reader goes on from what it says it heard last: an event's id, or a position. */
@Singleton
final class LastEvent {

    private final EventStream stream;

    LastEvent(EventStream stream) {
        this.stream = stream;
    }

    /**
     * @param recent where an event of the last moments is found without asking the database
     */
    Start start(@Nullable String lastEventId, RecentEvents recent) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return new Start.Now();
        }
        String id = lastEventId.strip();
        Optional<UUID> event = OpenBountyIds.EVENT.off(id);
        if (event.isPresent()) {
            return behind(placeOf(event.get(), recent));
        }
        return StreamPosition.place(id)
                .map(place -> behind(place, recent))
                .orElseGet(Start.Forgotten::new);
    }

    private OptionalLong placeOf(UUID event, RecentEvents recent) {
        OptionalLong place = recent.placeOf(event);
        return place.isPresent() ? place : stream.placeOf(event);
    }

    private static Start behind(OptionalLong place) {
        return place.isPresent() ? new Start.Behind(place.getAsLong()) : new Start.Forgotten();
    }

    private Start behind(long place, RecentEvents recent) {
        if (recent.goesOnBehind(place) && place <= recent.last()) {
            return new Start.Behind(place);
        }
        Extent extent = stream.extent();
        // Another replica may have read further than this one.
        return place >= extent.first() - 1 && place <= extent.last()
                ? new Start.Behind(place)
                : new Start.Forgotten();
    }
}
