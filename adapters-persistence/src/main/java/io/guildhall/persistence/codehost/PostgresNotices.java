package io.guildhall.persistence.codehost;

import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.Notices;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What GitHub told us, in PostgreSQL. Their places are those in which they came, though two that
 * come at once may be seen the other way round.
 */
@Singleton
public final class PostgresNotices implements Notices {

    private static final String KEEP =
            "INSERT INTO github_notice (id, event, body, received_at, failures, due_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    private static final String TAKE_DUE =
            "SELECT * FROM github_notice WHERE outcome IS NULL AND due_at <= ?"
                    + " ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED";
    private static final String SETTLE =
            "UPDATE github_notice SET failures = ?, due_at = NULL, outcome = ?, settled_at = ?"
                    + " WHERE id = ?";
    private static final String POSTPONE =
            "UPDATE github_notice SET failures = ?, due_at = ? WHERE id = ? AND outcome IS NULL";
    private static final String FORGET =
            "DELETE FROM github_notice WHERE place IN (SELECT place FROM github_notice"
                    + " WHERE outcome IS NOT NULL AND settled_at < ? ORDER BY settled_at LIMIT ?"
                    + " FOR UPDATE SKIP LOCKED)";

    private final Sql sql;

    PostgresNotices(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean keep(Notice notice) {
        return sql.change(
                        KEEP,
                        notice.id(),
                        notice.event(),
                        notice.body(),
                        notice.receivedAt(),
                        notice.failures(),
                        notice.receivedAt())
                == 1;
    }

    @Override
    public Optional<Notice> takeDue(Instant now) {
        return sql.changeReturningFirst(TAKE_DUE, PostgresNotices::read, now);
    }

    @Override
    public void settle(Notice notice, Outcome outcome, Instant now) {
        sql.change(
                SETTLE,
                notice.failures(),
                outcome.name().toLowerCase(Locale.ROOT),
                now,
                notice.id());
    }

    @Override
    public void postpone(Notice failed, Instant dueAt) {
        sql.change(POSTPONE, failed.failures(), dueAt, failed.id());
    }

    @Override
    public int forgetSettledBefore(Instant time, int limit) {
        return sql.change(FORGET, time, limit);
    }

    private static Notice read(Row row) throws SQLException {
        return new Notice(
                row.text("id"),
                row.text("event"),
                row.text("body"),
                row.instant("received_at"),
                row.integer("failures"));
    }
}
