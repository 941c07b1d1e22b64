package io.guildhall.rest.openbounty.stream;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of the stream, kept once for all readers. One thread adds, any number read, and
 * none waits for another: an event that was overwritten is seen to have another place than the one
 * asked for.
 */
final class RecentEvents {

    /** Of events that are unusually large fewer are kept. */
    private static final long BYTES_MAX = 64L << 20;

    private final AtomicReferenceArray<@Nullable StreamedEvent> slots;
    private final AtomicLong first = new AtomicLong(1);
    private volatile long last;
    private long bytes;

    RecentEvents(int memory) {
        this.slots = new AtomicReferenceArray<>(memory);
    }

    /** Everything behind that place is added, the first of it perhaps already. */
    synchronized void beginBehind(long place) {
        if (last < place) {
            first.set(place + 1);
            last = place;
        }
    }

    synchronized void add(List<StreamedEvent> events) {
        for (StreamedEvent event : events) {
            if (event.place() != last + 1) {
                startAnew(event.place());
            }
            if (event.place() - first.get() >= slots.length()) {
                forgetFirst();
            }
            slots.set(slot(event.place()), event);
            bytes += event.text().length();
            last = event.place();
            while (bytes > BYTES_MAX && first.get() < last) {
                forgetFirst();
            }
        }
    }

    /** The place of the newest. */
    long last() {
        return last;
    }

    /** Whether a reader that has come to this place can have from here all that follows. */
    boolean goesOnBehind(long place) {
        return place >= last || at(place + 1) != null;
    }

    /** Null when it is kept no more, or not there yet. */
    @Nullable StreamedEvent at(long place) {
        StreamedEvent found = slots.get(slot(place));
        return found != null && found.place() == place ? found : null;
    }

    OptionalLong placeOf(UUID event) {
        for (long place = last; place >= first.get(); place--) {
            StreamedEvent found = at(place);
            if (found != null && found.id().equals(event)) {
                return OptionalLong.of(place);
            }
        }
        return OptionalLong.empty();
    }

    /**
     * The stream forgot events before they were read here. Whoever has not heard them must find
     * that out too, so nothing of before is left to go on from.
     */
    private void startAnew(long place) {
        while (first.get() <= last) {
            forgetFirst();
        }
        first.set(place);
    }

    private void forgetFirst() {
        StreamedEvent oldest = slots.getAndSet(slot(first.getAndIncrement()), null);
        if (oldest != null) {
            bytes -= oldest.text().length();
        }
    }

    private int slot(long place) {
        return (int) (place % slots.length());
    }
}
