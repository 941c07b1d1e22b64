package io.guildhall.application.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Gives up the places of events that have stood in the stream for long enough; what has happened
 * stays on record. A reader that is to hear of everything is waited for, however long it takes.
 */
public final class ForgetEvents {

    private final Transactions transactions;
    private final EventStream stream;
    private final StreamCursors cursors;
    private final InstantSource clock;
    private final Duration kept;
    private final List<String> readers;

    /**
     * @param clock the system's, by which places are given
     * @param readers those in use; one that was never here has everything before it
     */
    public ForgetEvents(
            Transactions transactions,
            EventStream stream,
            StreamCursors cursors,
            InstantSource clock,
            Duration kept,
            List<String> readers) {
        this.transactions = transactions;
        this.stream = stream;
        this.cursors = cursors;
        this.clock = clock;
        this.kept = kept;
        this.readers = List.copyOf(readers);
    }

    /**
     * @return how many were given up; as many as {@code limit} means that more may be
     */
    public int handle(int limit) {
        Instant before = clock.instant().minus(kept);
        return transactions.run(() -> stream.forgetPlacedBefore(before, heardByAll(), limit));
    }

    private long heardByAll() {
        return readers.stream()
                .mapToLong(reader -> cursors.placeOf(reader).orElse(0))
                .min()
                .orElseGet(() -> stream.extent().last());
    }
}
