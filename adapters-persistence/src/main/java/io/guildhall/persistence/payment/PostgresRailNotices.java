package io.guildhall.persistence.payment;

import io.guildhall.domain.rail.RailNotice;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rail told by itself, in PostgreSQL. */
@Singleton
public final class PostgresRailNotices implements RailNotices {

    private static final String KEEP =
            "INSERT INTO rail_notice (id, type, body, received_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (id) DO NOTHING";
    private static final String TAKE =
            "SELECT * FROM rail_notice WHERE heard_at IS NULL"
                    + " AND place > coalesce((SELECT place FROM rail_notice WHERE id = ?), 0)"
                    + " ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED";
    private static final String FORGET =
            "DELETE FROM rail_notice WHERE place IN (SELECT place FROM rail_notice"
                    + " WHERE heard_at < ? ORDER BY heard_at LIMIT ? FOR UPDATE SKIP LOCKED)";

    private final Sql sql;

    PostgresRailNotices(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean keep(RailNotice notice) {
        return sql.change(KEEP, notice.id(), notice.type(), notice.body(), notice.receivedAt())
                == 1;
    }

    @Override
    public Optional<RailNotice> takeUnheard(@Nullable RailNotice behind) {
        return sql.changeReturningFirst(
                TAKE, PostgresRailNotices::read, behind == null ? null : behind.id());
    }

    @Override
    public void heard(RailNotice notice, Instant now) {
        sql.change("UPDATE rail_notice SET heard_at = ? WHERE id = ?", now, notice.id());
    }

    @Override
    public boolean replay(String id) {
        return sql.change("UPDATE rail_notice SET heard_at = NULL WHERE id = ?", id) == 1;
    }

    @Override
    public int forgetHeardBefore(Instant time, int limit) {
        return sql.change(FORGET, time, limit);
    }

    private static RailNotice read(Row row) throws SQLException {
        return new RailNotice(
                row.text("id"), row.text("type"), row.text("body"), row.instant("received_at"));
    }
}
