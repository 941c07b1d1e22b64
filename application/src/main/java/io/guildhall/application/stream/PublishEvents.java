package io.guildhall.application.stream;

import io.guildhall.application.access.EventPublisher;
import io.guildhall.application.access.EventPublisher.Sent;
import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.access.StreamCursors.Hold;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what stands behind the publisher's cursor, and moves the cursor on when it has arrived:
 * a crash in between publishes the same events again. The cursor is this replica's for a while, so
 * that replicas do not double the work; a replica that comes back too late cannot move it.
 */
public final class PublishEvents {

    /** Sent while those before them are on their way, and those behind them are being read. */
    private static final int EVENTS_AT_ONCE = 2_000;

    private static final Duration LEASE = Duration.ofSeconds(EventPublisher.PATIENCE_SECONDS + 5);

    private final Transactions transactions;
    private final EventStream stream;
    private final StreamCursors cursors;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final String holder;

    private record Batch(int size, long lastPlace, Sent sent) {}

    /**
     * @param clock the system's, by which leases go
     * @param holder a name that no other replica has
     */
    public PublishEvents(
            Transactions transactions,
            EventStream stream,
            StreamCursors cursors,
            EventPublisher publisher,
            InstantSource clock,
            String holder) {
        this.transactions = transactions;
        this.stream = stream;
        this.cursors = cursors;
        this.publisher = publisher;
        this.clock = clock;
        this.holder = holder;
    }

    /**
     * @return how many were published; at least {@code limit} means that more may be waiting, and 0
     *     that there is nothing, or that another replica is at it
     */
    public int handle(int limit) {
        long place = cursors.placeOf(publisher.reader()).orElse(0);
        if (stream.extent().last() <= place) {
            return 0;
        }
        return transactions.run(this::take).map(hold -> publish(hold, limit)).orElse(0);
    }

    private Optional<Hold> take() {
        Instant now = clock.instant();
        return cursors.take(publisher.reader(), holder, now, now.plus(LEASE));
    }

    private int publish(Hold hold, int limit) {
        var unread = new ReadAhead(stream, hold.place(), EVENTS_AT_ONCE);
        int published = 0;
        @Nullable Batch before = send(unread.next());
        while (before != null) {
            boolean enough = published + before.size() >= limit;
            Batch next = enough ? null : send(unread.next());
            before.sent().await();
            if (!arrived(hold, before, next == null && !enough)) {
                return published;
            }
            published += before.size();
            before = next;
        }
        return published;
    }

    private @Nullable Batch send(List<Placed> events) {
        return events.isEmpty()
                ? null
                : new Batch(events.size(), events.getLast().place(), publisher.send(events));
    }

    /**
     * @param last whether nothing is left to do, so that any replica may do what comes next
     */
    private boolean arrived(Hold hold, Batch batch, boolean last) {
        return transactions.run(() -> {
            boolean held = cursors.advance(hold, batch.lastPlace(), clock.instant().plus(LEASE));
            if (held && last) {
                cursors.release(hold);
            }
            return held;
        });
    }
}
