package io.guildhall.application.inmemory;

import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.access.WorkerBacklogs.Lease;
import io.guildhall.application.worker.Worker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Cursors in memory. */
public final class InMemoryStreamCursors implements StreamCursors {

    private record Cursor(long place, @Nullable String holder, Instant until, long fence) {}

    private static final Cursor NEW = new Cursor(0, null, Instant.MIN, 0);

    private final Rows<String, Cursor> cursors;

    public InMemoryStreamCursors(InMemoryTransactions transactions) {
        this.cursors = new Rows<>(transactions);
    }

    @Override
    public OptionalLong placeOf(String reader) {
        return cursors.find(reader).stream().mapToLong(Cursor::place).findFirst();
    }

    @Override
    public OptionalLong lock(String reader) {
        Cursor cursor = cursors.keep(reader).orElse(NEW);
        cursors.put(reader, cursor);
        return OptionalLong.of(cursor.place());
    }

    @Override
    public void move(String reader, long place) {
        Cursor cursor = cursors.find(reader).orElseThrow();
        cursors.put(reader, new Cursor(place, cursor.holder(), cursor.until(), cursor.fence()));
    }

    @Override
    public Optional<Hold> take(String reader, String holder, Instant now, Instant until) {
        Cursor cursor = cursors.keep(reader).orElse(NEW);
        boolean free = cursor.holder() == null || !now.isBefore(cursor.until());
        if (!free && !holder.equals(cursor.holder())) {
            return Optional.empty();
        }
        cursors.put(reader, new Cursor(cursor.place(), holder, until, cursor.fence() + 1));
        return Optional.of(new Hold(reader, cursor.place(), cursor.fence() + 1));
    }

    @Override
    public boolean advance(Hold hold, long place, Instant until) {
        Cursor cursor = cursors.find(hold.reader()).orElseThrow();
        if (cursor.fence() != hold.fence()) {
            return false;
        }
        cursors.put(hold.reader(), new Cursor(place, cursor.holder(), until, cursor.fence()));
        return true;
    }

    @Override
    public void release(Hold hold) {
        Cursor cursor = cursors.find(hold.reader()).orElseThrow();
        if (cursor.fence() == hold.fence()) {
            cursors.put(
                    hold.reader(),
                    new Cursor(cursor.place(), null, Instant.MIN, cursor.fence() + 1));
        }
    }

    List<Lease> leases(Instant now) {
        List<Lease> held = new ArrayList<>();
        for (String reader : cursors.keysWhere((_, cursor) -> cursor.until().isAfter(now))) {
            Cursor cursor = cursors.find(reader).orElseThrow();
            if (cursor.holder() != null) {
                held.add(new Lease(Worker.KAFKA, reader, cursor.holder(), cursor.until()));
            }
        }
        return held;
    }
}
