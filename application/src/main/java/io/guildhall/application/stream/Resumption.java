package io.guildhall.application.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Extent;
import java.util.OptionalLong;
import java.util.UUID;

/** Where a reader goes on from what it says it heard last; the same on every channel. */
public final class Resumption {

    private final EventStream stream;

    public Resumption(EventStream stream) {
        this.stream = stream;
    }

    /** What is known of where it goes on. */
    public sealed interface From {

        /**
         * @param extent what can be read, as far as it was known then
         */
        record Behind(long place, Extent extent) implements From {}

        /** What followed is no longer kept. */
        record Forgotten(Extent extent) implements From {}

        /** No event of that id has ever happened. */
        record Unknown() implements From {}
    }

    public From theBeginning() {
        Extent extent = stream.extent();
        return new From.Behind(extent.first() - 1, extent);
    }

    /**
     * Places have no gaps but where they were forgotten, and one beyond the end is of another
     * stream, such as one that was restored from a backup since.
     */
    public From behind(long place) {
        Extent extent = stream.extent();
        return place >= extent.first() - 1 && place <= extent.last()
                ? new From.Behind(place, extent)
                : new From.Forgotten(extent);
    }

    public From behind(UUID event) {
        // Before the event is looked for: what has no place yet gets one behind these.
        Extent extent = stream.extent();
        OptionalLong place = stream.placeOf(event);
        if (place.isPresent()) {
            long behind = place.getAsLong();
            return new From.Behind(
                    behind, new Extent(extent.first(), Math.max(extent.last(), behind)));
        }
        return switch (stream.standing(event)) {
            case UNKNOWN -> new From.Unknown();
            case FORGOTTEN -> new From.Forgotten(extent);
            // Some may be told twice, and none is missed.
            case WAITING, PLACED -> new From.Behind(extent.last(), extent);
        };
    }
}
