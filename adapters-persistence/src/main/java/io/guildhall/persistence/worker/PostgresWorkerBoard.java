package io.guildhall.persistence.worker;

import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The board of the workers in PostgreSQL. */
@Singleton
public final class PostgresWorkerBoard implements WorkerBoard {

    private static final String PAUSE =
            """
            INSERT INTO worker_pause (worker, reason, since, admin_id) VALUES (?, ?, ?, ?)
            ON CONFLICT (worker) DO UPDATE SET reason = excluded.reason, since = excluded.since,
                admin_id = excluded.admin_id
            """;

    private static final String REPORT =
            "INSERT INTO worker_report (worker, replica, reported_at, paused, busy_since,"
                    + " last_round_at, rounds, failures, last_error, last_error_at)";

    private static final String IN_ITS_PLACE =
            """
             ON CONFLICT (worker, replica) DO UPDATE SET reported_at = excluded.reported_at,
                paused = excluded.paused, busy_since = excluded.busy_since,
                last_round_at = excluded.last_round_at, rounds = excluded.rounds,
                failures = excluded.failures, last_error = excluded.last_error,
                last_error_at = excluded.last_error_at
            """;

    private static final String FORGET =
            """
            DELETE FROM worker_report WHERE (worker, replica) IN (
                SELECT worker, replica FROM worker_report WHERE reported_at < ?
                ORDER BY reported_at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private final Sql sql;

    PostgresWorkerBoard(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Pause> pauses() {
        return sql.list("SELECT * FROM worker_pause", PostgresWorkerBoard::readPause).stream()
                .sorted(Comparator.comparing(Pause::worker))
                .toList();
    }

    @Override
    public Optional<Pause> find(Worker worker) {
        return sql.first(
                "SELECT * FROM worker_pause WHERE worker = ?",
                PostgresWorkerBoard::readPause,
                worker.word());
    }

    @Override
    public void pause(Pause pause) {
        sql.change(
                PAUSE, pause.worker().word(), pause.reason(), pause.since(), pause.admin().value());
    }

    @Override
    public boolean resume(Worker worker) {
        return sql.change("DELETE FROM worker_pause WHERE worker = ?", worker.word()) == 1;
    }

    @Override
    public void report(List<Report> reports) {
        sql.insert(
                REPORT, reports.stream().map(PostgresWorkerBoard::values).toList(), IN_ITS_PLACE);
    }

    @Override
    public List<Report> reports(Instant since) {
        return sql
                .list(
                        "SELECT * FROM worker_report WHERE reported_at >= ?",
                        PostgresWorkerBoard::readReport,
                        since)
                .stream()
                .sorted(Comparator.comparing(Report::worker).thenComparing(Report::replica))
                .toList();
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return sql.change(FORGET, time, limit);
    }

    private static List<@Nullable Object> values(Report report) {
        return Arrays.asList(
                report.worker().word(),
                report.replica(),
                report.reportedAt(),
                report.paused(),
                report.busySince(),
                report.lastRoundAt(),
                report.rounds(),
                report.failures(),
                report.lastError(),
                report.lastErrorAt());
    }

    private static Pause readPause(Row row) throws SQLException {
        return new Pause(
                Words.parse(Worker.class, row.text("worker")),
                row.text("reason"),
                row.instant("since"),
                new OperatorId(row.uuid("admin_id")));
    }

    private static Report readReport(Row row) throws SQLException {
        return new Report(
                Words.parse(Worker.class, row.text("worker")),
                row.text("replica"),
                row.instant("reported_at"),
                row.flag("paused"),
                row.instantOrNull("busy_since"),
                row.instantOrNull("last_round_at"),
                row.number("rounds"),
                row.number("failures"),
                row.textOrNull("last_error"),
                row.instantOrNull("last_error_at"));
    }
}
