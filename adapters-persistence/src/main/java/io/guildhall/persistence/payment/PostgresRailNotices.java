package io.guildhall.persistence.payment;

import io.guildhall.domain.rail.RailNotice;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What the rail told by itself, in PostgreSQL. */
@Singleton
public final class PostgresRailNotices implements RailNotices {

    private static final String KEEP =
            "INSERT INTO rail_notice (id, type, body, received_at, due_at, failures)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    private static final String TAKE =
            "SELECT * FROM rail_notice WHERE heard_at IS NULL AND due_at <= ?"
                    + " ORDER BY due_at, place LIMIT 1 FOR UPDATE SKIP LOCKED";
    private static final String FORGET =
            "DELETE FROM rail_notice WHERE place IN (SELECT place FROM rail_notice"
                    + " WHERE heard_at < ? ORDER BY heard_at LIMIT ? FOR UPDATE SKIP LOCKED)";

    private final Sql sql;

    PostgresRailNotices(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean keep(RailNotice notice) {
        return sql.change(
                        KEEP,
                        notice.id(),
                        notice.type(),
                        notice.body(),
                        notice.receivedAt(),
                        notice.receivedAt(),
                        notice.failures())
                == 1;
    }

    @Override
    public Optional<RailNotice> takeDue(Instant now) {
        return sql.changeReturningFirst(TAKE, PostgresRailNotices::read, now);
    }

    @Override
    public void heard(RailNotice notice, Instant now) {
        sql.change("UPDATE rail_notice SET heard_at = ? WHERE id = ?", now, notice.id());
    }

    @Override
    public void postpone(RailNotice failed, Instant dueAt) {
        sql.change(
                "UPDATE rail_notice SET due_at = ?, failures = ? WHERE id = ?",
                dueAt,
                failed.failures(),
                failed.id());
    }

    @Override
    public boolean replay(String id) {
        return sql.change(
                        "UPDATE rail_notice SET heard_at = NULL, due_at = received_at, failures = 0"
                                + " WHERE id = ?",
                        id)
                == 1;
    }

    @Override
    public int forgetHeardBefore(Instant time, int limit) {
        return sql.change(FORGET, time, limit);
    }

    private static RailNotice read(Row row) throws SQLException {
        return new RailNotice(
                row.text("id"),
                row.text("type"),
                row.text("body"),
                row.instant("received_at"),
                row.integer("failures"));
    }
}
