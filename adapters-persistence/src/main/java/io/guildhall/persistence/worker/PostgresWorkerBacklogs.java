package io.guildhall.persistence.worker;

import io.guildhall.application.access.WorkerBacklogs;
import io.guildhall.application.worker.Worker;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What waits for workers, counted by the indexes that they themselves look into; {@code round >= 0}
 * names that of deliveries.
 */
@Singleton
public final class PostgresWorkerBacklogs implements WorkerBacklogs {

    private static final String BACKLOGS =
            """
            SELECT 'payouts' AS worker, count(*) AS waiting, min(due_at) AS oldest
            FROM payout WHERE due_at <= ?
            UNION ALL
            SELECT 'webhook_sender', count(*), min(due_at)
            FROM webhook_delivery WHERE due_at <= ? AND round >= 0
            UNION ALL
            SELECT 'orders', count(*), min(coalesce(try_at, not_before))
            FROM vault_order WHERE status IN ('waiting', 'signed') AND (status = 'signed' OR try_at <= ?)
            UNION ALL
            SELECT 'relay', count(*), min(o.occurred_at)
            FROM outbox_waiting w JOIN outbox o ON o.position = w.position
            UNION ALL
            SELECT 'notices', count(*), min(due_at)
            FROM github_notice WHERE outcome IS NULL AND due_at <= ?
            UNION ALL
            SELECT 'payments', count(*), min(look_at)
            FROM payment WHERE look_at <= ?
            """;

    private static final String LEASES =
            """
            SELECT 'kafka' AS worker, reader AS what, holder, lease_until
            FROM stream_cursor WHERE lease_until > ?
            UNION ALL
            SELECT 'orders', chain_id || '/' || wallet, holder, lease_until
            FROM signer_account WHERE lease_until > ?
            """;

    private final Sql sql;

    PostgresWorkerBacklogs(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Backlog> backlogs(Instant marketNow, Instant worldNow) {
        return sql.list(
                BACKLOGS,
                PostgresWorkerBacklogs::backlog,
                marketNow,
                worldNow,
                marketNow,
                worldNow,
                marketNow);
    }

    @Override
    public List<Lease> leases(Instant now) {
        return sql.list(LEASES + " ORDER BY what", PostgresWorkerBacklogs::lease, now, now);
    }

    private static Backlog backlog(Row row) throws SQLException {
        return new Backlog(
                Words.parse(Worker.class, row.text("worker")),
                row.number("waiting"),
                row.instantOrNull("oldest"));
    }

    private static Lease lease(Row row) throws SQLException {
        return new Lease(
                Words.parse(Worker.class, row.text("worker")),
                row.text("what"),
                row.text("holder"),
                row.instant("lease_until"));
    }
}
