package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.stream.Resumption;
import io.guildhall.application.stream.Resumption.From;
import io.guildhall.wire.id.OpenBountyIds;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds where a reader goes on from what it says it heard last: an event's id, or a position. */
@Singleton
final class LastEvent {

    private final Resumption resumption;

    LastEvent(EventStream stream) {
        this.resumption = new Resumption(stream);
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
            return behind(event.get(), recent);
        }
        return StreamPosition.place(id)
                .map(place -> behind(place, recent))
                .orElseGet(Start.Forgotten::new);
    }

    private Start behind(UUID event, RecentEvents recent) {
        OptionalLong place = recent.placeOf(event);
        return place.isPresent()
                ? new Start.Behind(place.getAsLong())
                : start(resumption.behind(event));
    }

    /** Another replica may have read further than this one. */
    private Start behind(long place, RecentEvents recent) {
        return recent.goesOnBehind(place) && place <= recent.last()
                ? new Start.Behind(place)
                : start(resumption.behind(place));
    }

    private static Start start(From from) {
        return switch (from) {
            case From.Behind(var place, var _) -> new Start.Behind(place);
            case From.Forgotten _, From.Unknown _ -> new Start.Forgotten();
        };
    }
}
