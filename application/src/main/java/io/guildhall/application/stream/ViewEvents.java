package io.guildhall.application.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Extent;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.notification.Addressed;
import io.guildhall.application.notification.Audiences;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The stream as somebody pulls it: piece by piece, as much of it as is the caller's to hear. */
public final class ViewEvents {

    /** So many are looked at for one answer, however few of them are the caller's to hear. */
    public static final int LOOKED_AT_MAX = 1_000;

    private static final int READ_AT_ONCE = 250;

    private final EventStream stream;
    private final Audiences audiences;

    public ViewEvents(EventStream stream, Audiences audiences) {
        this.stream = stream;
        this.audiences = audiences;
    }

    /** Behind what a piece begins. */
    public sealed interface Since {

        /** Before the earliest that is kept. */
        record Beginning() implements Since {}

        record Place(long place) implements Since {}

        record Event(UUID id) implements Since {}
    }

    /** What is answered. */
    public sealed interface Pulled {

        /**
         * The next piece.
         *
         * @param upTo the place of the last event that was looked at, to go on from
         * @param hasMore whether others stand behind it, of which some may be the caller's to hear
         */
        record Piece(List<Recorded> events, long upTo, boolean hasMore) implements Pulled {}

        /**
         * What followed is no longer kept.
         *
         * @param end the last place of all; who now looks at everything misses nothing behind it
         */
        record Forgotten(long end) implements Pulled {}

        /** No event of that id has ever happened. */
        record Unknown() implements Pulled {}
    }

    /**
     * What stands behind a place. Places have no gaps but where they were forgotten, and one beyond
     * the end is of another stream, such as one that was restored from a backup since.
     *
     * @param wanted what the caller asks for, of what it may hear
     */
    public Pulled since(Caller caller, Since since, Predicate<DomainEvent> wanted, int limit) {
        Extent extent = stream.extent();
        return switch (since) {
            case Since.Beginning _ -> after(extent.first() - 1, extent, caller, wanted, limit);
            case Since.Place(long place) when place > extent.last() ->
                    new Pulled.Forgotten(extent.last());
            case Since.Place(long place) -> after(place, extent, caller, wanted, limit);
            case Since.Event(UUID id) -> sinceEvent(id, extent, caller, wanted, limit);
        };
    }

    private Pulled sinceEvent(
            UUID id, Extent extent, Caller caller, Predicate<DomainEvent> wanted, int limit) {
        var place = stream.placeOf(id);
        if (place.isPresent()) {
            long behind = place.getAsLong();
            // It may have got its place only after the extent was looked at.
            var known = new Extent(extent.first(), Math.max(extent.last(), behind));
            return after(behind, known, caller, wanted, limit);
        }
        return switch (stream.standing(id)) {
            case UNKNOWN -> new Pulled.Unknown();
            case FORGOTTEN -> new Pulled.Forgotten(extent.last());
            // It gets its place behind all that had one: some may be told twice, and none is
            // missed.
            case WAITING, PLACED -> after(extent.last(), extent, caller, wanted, limit);
        };
    }

    private Pulled after(
            long place, Extent extent, Caller caller, Predicate<DomainEvent> wanted, int limit) {
        List<Recorded> heard = new ArrayList<>();
        long upTo = place;
        for (int looked = 0; looked < LOOKED_AT_MAX; looked += READ_AT_ONCE) {
            List<Placed> read = stream.after(upTo, READ_AT_ONCE);
            boolean goesOn =
                    read.isEmpty() ? upTo >= extent.last() : read.getFirst().place() == upTo + 1;
            if (!goesOn) {
                return new Pulled.Forgotten(extent.last());
            }
            Set<Long> audible = audible(read, caller, wanted);
            for (Placed placed : read) {
                upTo = placed.place();
                if (audible.contains(upTo)) {
                    heard.add(placed.recorded());
                }
                if (heard.size() == limit) {
                    return new Pulled.Piece(heard, upTo, upTo < extent.last());
                }
            }
            if (read.size() < READ_AT_ONCE) {
                return new Pulled.Piece(heard, upTo, false);
            }
        }
        return new Pulled.Piece(heard, upTo, upTo < extent.last());
    }

    /** Who hears of an event is found out for those only that are asked for. */
    private Set<Long> audible(List<Placed> read, Caller caller, Predicate<DomainEvent> wanted) {
        List<Placed> asked =
                read.stream().filter(placed -> wanted.test(placed.recorded().event())).toList();
        return audiences.of(asked).stream()
                .filter(addressed -> addressed.audience().includes(caller))
                .map(Addressed::placed)
                .map(Placed::place)
                .collect(Collectors.toSet());
    }
}
