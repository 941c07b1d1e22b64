package io.guildhall.persistence.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.persistence.outbox.RecordedRow;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** The stream in PostgreSQL: the place of an event is a row of its own beside the outbox. */
@Singleton
public final class PostgresEventStream implements EventStream {

    /**
     * A replica whose machine is gone leaves a lock behind that nobody would end for hours; the
     * database ends it when nothing was said for so long.
     */
    private static final String LIMIT_WAITING =
            """
            SELECT set_config('idle_in_transaction_session_timeout', '5s', true),
                   set_config('lock_timeout', '15s', true)
            """;

    private static final String KEEP_OTHERS_AWAY = "SELECT last_place FROM stream_head FOR UPDATE";

    /**
     * A statement of its own, so that it sees all that was committed before the lock was got. What
     * happened to an aggregate later was published by whoever waited for the aggregate's row, so it
     * has the higher position and is never seen without what came before.
     */
    private static final String PLACE =
            """
            WITH taken AS (
                DELETE FROM outbox_waiting
                WHERE position IN (SELECT position FROM outbox_waiting ORDER BY position LIMIT ?)
                RETURNING position),
            placed AS (
                INSERT INTO stream (place, position, placed_at)
                SELECT ? + row_number() OVER (ORDER BY position), position, ? FROM taken
                RETURNING place)
            SELECT count(*) AS count FROM placed
            """;

    /** Whoever listens is told when this commits; as it holds the head, no other commit waits. */
    private static final String MOVE_HEAD_AND_TELL =
            "UPDATE stream_head SET last_place = ? RETURNING pg_notify('"
                    + PostgresStreamBell.CHANNEL
                    + "', '')";

    /**
     * Neither the limit nor the place is a parameter that the planner sees: each page would be
     * planned anew, which takes longer than reading it. Each event is looked up by itself: where
     * tables have just begun, a join would read all of the outbox for a few.
     */
    private static final String AFTER =
            """
            SELECT s.place, o.event_id, o.kind, o.payload, o.occurred_at, o.traceparent
            FROM stream s CROSS JOIN LATERAL (
                SELECT * FROM outbox WHERE position = s.position LIMIT 1) o
            WHERE s.place > (SELECT CAST(? AS bigint)) ORDER BY s.place LIMIT \s
            """;

    private static final String EXTENT =
            """
            SELECT last_place, coalesce((SELECT min(place) FROM stream), last_place + 1) AS first_place
            FROM stream_head
            """;

    private static final String PLACE_OF =
            """
            SELECT s.place FROM outbox o JOIN stream s ON s.position = o.position
            WHERE o.event_id = ?
            """;

    private static final String STANDING =
            """
            SELECT CASE WHEN s.place IS NOT NULL THEN 'placed'
                        WHEN w.position IS NOT NULL THEN 'waiting'
                        ELSE 'forgotten' END AS standing
            FROM outbox o
                LEFT JOIN stream s ON s.position = o.position
                LEFT JOIN outbox_waiting w ON w.position = o.position
            WHERE o.event_id = ?
            """;

    private static final String FORGET =
            """
            DELETE FROM stream WHERE place IN (
                SELECT place FROM stream WHERE place <= ? ORDER BY place LIMIT ?) AND placed_at < ?
            """;

    private final Sql sql;

    PostgresEventStream(Sql sql) {
        this.sql = sql;
    }

    @Override
    public int place(int limit, Instant now) {
        sql.first(LIMIT_WAITING, _ -> true);
        long last =
                sql.changeReturningFirst(KEEP_OTHERS_AWAY, row -> row.number("last_place"))
                        .orElseThrow();
        int placed =
                sql.changeReturningFirst(PLACE, row -> row.integer("count"), limit, last, now)
                        .orElseThrow();
        if (placed > 0) {
            sql.changeReturning(MOVE_HEAD_AND_TELL, _ -> true, last + placed);
        }
        return placed;
    }

    @Override
    public List<Placed> after(long place, int limit) {
        return sql.list(AFTER + limit, PostgresEventStream::placed, place);
    }

    @Override
    public Extent extent() {
        return sql.first(
                        EXTENT,
                        row -> new Extent(row.number("first_place"), row.number("last_place")))
                .orElseThrow();
    }

    @Override
    public OptionalLong placeOf(UUID event) {
        return sql.list(PLACE_OF, row -> row.number("place"), event).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public Standing standing(UUID event) {
        return sql.first(STANDING, row -> Words.parse(Standing.class, row.text("standing")), event)
                .orElse(Standing.UNKNOWN);
    }

    @Override
    public int forgetPlacedBefore(Instant at, long upTo, int limit) {
        return sql.change(FORGET, upTo, limit, at);
    }

    private static Placed placed(Row row) throws SQLException {
        return new Placed(row.number("place"), RecordedRow.read(row));
    }
}
