package io.guildhall.persistence.stream;

import io.guildhall.application.access.StreamCursors;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Cursors as rows; the lease of one stands in its row with a fence that only grows. */
@Singleton
public final class PostgresStreamCursors implements StreamCursors {

    private static final String MAKE =
            "INSERT INTO stream_cursor (reader, place, fence) VALUES (?, 0, 0) ON CONFLICT DO NOTHING";

    private static final String PLACE_OF = "SELECT place FROM stream_cursor WHERE reader = ?";

    private static final String LOCK = PLACE_OF + " FOR UPDATE SKIP LOCKED";

    private static final String MOVE = "UPDATE stream_cursor SET place = ? WHERE reader = ?";

    private static final String TAKE =
            """
            UPDATE stream_cursor SET holder = ?, lease_until = ?, fence = fence + 1
            WHERE reader = ? AND (holder IS NULL OR holder = ? OR lease_until <= ?)
            RETURNING place, fence
            """;

    private static final String ADVANCE =
            "UPDATE stream_cursor SET place = ?, lease_until = ? WHERE reader = ? AND fence = ?";

    private static final String RELEASE =
            """
            UPDATE stream_cursor SET holder = NULL, lease_until = NULL, fence = fence + 1
            WHERE reader = ? AND fence = ?
            """;

    private final Sql sql;

    PostgresStreamCursors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public OptionalLong placeOf(String reader) {
        return place(PLACE_OF, reader);
    }

    @Override
    public OptionalLong lock(String reader) {
        make(reader);
        return place(LOCK, reader);
    }

    @Override
    public void move(String reader, long place) {
        sql.change(MOVE, place, reader);
    }

    @Override
    public Optional<Hold> take(String reader, String holder, Instant now, Instant until) {
        make(reader);
        return sql.changeReturningFirst(
                TAKE,
                row -> new Hold(reader, row.number("place"), row.number("fence")),
                holder,
                until,
                reader,
                holder,
                now);
    }

    @Override
    public boolean advance(Hold hold, long place, Instant until) {
        return sql.change(ADVANCE, place, until, hold.reader(), hold.fence()) == 1;
    }

    @Override
    public void release(Hold hold) {
        sql.change(RELEASE, hold.reader(), hold.fence());
    }

    private OptionalLong place(String query, String reader) {
        return sql.list(query, row -> row.number("place"), reader).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Only once in an installation's life: whoever comes later finds it by a plain read. */
    private void make(String reader) {
        if (placeOf(reader).isEmpty()) {
            sql.change(MAKE, reader);
        }
    }
}
