package io.guildhall.application.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Extent;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.notification.Addressed;
import io.guildhall.application.notification.Audiences;
import io.guildhall.application.stream.Resumption.From;
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
    private final Resumption resumption;

    public ViewEvents(EventStream stream, Audiences audiences) {
        this.stream = stream;
        this.audiences = audiences;
        this.resumption = new Resumption(stream);
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
     * The place of the newest event: who asks first, and then looks at what there is, misses
     * nothing behind it.
     */
    public long end() {
        return stream.extent().last();
    }

    /**
     * What stands behind there.
     *
     * @param wanted what the caller asks for, of what it may hear
     */
    public Pulled since(Caller caller, Since since, Predicate<DomainEvent> wanted, int limit) {
        From from =
                switch (since) {
                    case Since.Beginning _ -> resumption.theBeginning();
                    case Since.Place(long place) -> resumption.behind(place);
                    case Since.Event(UUID id) -> resumption.behind(id);
                };
        return switch (from) {
            case From.Behind(long place, Extent extent) ->
                    after(place, extent, caller, wanted, limit);
            case From.Forgotten(Extent extent) -> new Pulled.Forgotten(extent.last());
            case From.Unknown _ -> new Pulled.Unknown();
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
