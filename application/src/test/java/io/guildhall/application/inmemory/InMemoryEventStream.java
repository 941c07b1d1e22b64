package io.guildhall.application.inmemory;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.inmemory.InMemoryOutbox.Kept;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** The stream over the outbox in memory, where events are committed in the order of publishing. */
public final class InMemoryEventStream implements EventStream {

    private record Place(long number, UUID event, Instant placedAt) {}

    private record Head(long last) {}

    private static final String HEAD = "head";

    private final InMemoryOutbox outbox;
    private final Rows<Long, Place> places;
    private final Rows<String, Head> head;

    public InMemoryEventStream(InMemoryTransactions transactions, InMemoryOutbox outbox) {
        this.outbox = outbox;
        this.places = new Rows<>(transactions);
        this.head = new Rows<>(transactions);
    }

    @Override
    public int place(int limit, Instant now) {
        long last = last();
        List<Kept> waiting = outbox.kept().stream().skip(last).limit(limit).toList();
        for (Kept event : waiting) {
            last++;
            places.put(last, new Place(last, event.id(), now));
        }
        head.put(HEAD, new Head(last));
        return waiting.size();
    }

    @Override
    public List<Placed> after(long place, int limit) {
        List<Kept> kept = outbox.kept();
        return places.where(found -> found.number() > place).stream()
                .limit(limit)
                .map(found -> placed(found, kept.get(Math.toIntExact(found.number() - 1))))
                .toList();
    }

    @Override
    public Extent extent() {
        long last = last();
        return new Extent(
                places.where(_ -> true).stream().mapToLong(Place::number).min().orElse(last + 1),
                last);
    }

    @Override
    public OptionalLong placeOf(UUID event) {
        return places.where(place -> place.event().equals(event)).stream()
                .mapToLong(Place::number)
                .findFirst();
    }

    @Override
    public Standing standing(UUID event) {
        List<UUID> published = outbox.kept().stream().map(Kept::id).toList();
        if (!published.contains(event)) {
            return Standing.UNKNOWN;
        }
        if (placeOf(event).isPresent()) {
            return Standing.PLACED;
        }
        return published.indexOf(event) < last() ? Standing.FORGOTTEN : Standing.WAITING;
    }

    @Override
    public int forgetPlacedBefore(Instant at, long upTo, int limit) {
        List<Place> old =
                places
                        .where(place -> place.placedAt().isBefore(at) && place.number() <= upTo)
                        .stream()
                        .limit(limit)
                        .toList();
        old.forEach(place -> places.remove(place.number()));
        return old.size();
    }

    private long last() {
        return head.find(HEAD).map(Head::last).orElse(0L);
    }

    private static Placed placed(Place place, Kept event) {
        return new Placed(place.number(), event.recorded());
    }
}
