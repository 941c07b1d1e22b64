package io.guildhall.persistence.figures;

import io.guildhall.application.access.Figures;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures in PostgreSQL. What has ended is not counted: there is ever more of it, while what is
 * under way is found by the indexes that those who work on it look into.
 */
@Singleton
public final class PostgresFigures implements Figures {

    /** Figures are no reason to hold anybody up. */
    private static final String TIME_LIMIT = "SET LOCAL statement_timeout = '5s'";

    /** By which clock something is late. */
    private enum Clock {
        MARKET,
        WORLD
    }

    /**
     * @param clock whose time stands for each question mark
     * @param labels the columns beside {@code value} that become labels
     */
    private record Count(String name, Clock clock, String query, List<String> labels) {

        static Count of(String name, String query, String... labels) {
            return new Count(name, Clock.WORLD, query, List.of(labels));
        }

        static Count by(Clock clock, String name, String query, String... labels) {
            return new Count(name, clock, query, List.of(labels));
        }

        Object[] parameters(Instant now) {
            int many = (int) query.chars().filter(letter -> letter == '?').count();
            return Collections.nCopies(many, now).toArray();
        }
    }

    private static final List<Count> COUNTS =
            List.of(
                    Count.of(
                            "bounties",
                            "SELECT s.status, count(b.id) AS value"
                                    + " FROM (VALUES ('awaiting_funding'), ('open'), ('claimed'),"
                                    + " ('in_review'), ('disputed')) s (status)"
                                    + " LEFT JOIN bounty b ON b.status = s.status GROUP BY s.status",
                            "status"),
                    Count.of(
                            "claims",
                            "SELECT s.status, count(c.id) AS value"
                                    + " FROM (VALUES ('pending'), ('active')) s (status)"
                                    + " LEFT JOIN claim c ON c.status = s.status"
                                    + " AND c.status IN ('pending', 'active') GROUP BY s.status",
                            "status"),
                    Count.of(
                            "payouts",
                            "SELECT s.stage, count(p.id) AS value"
                                    + " FROM (VALUES ('pending'), ('sending'), ('confirming'),"
                                    + " ('failed'), ('blocked')) s (stage)"
                                    + " LEFT JOIN payout p ON p.stage = s.stage"
                                    + " AND p.due_at IS NOT NULL GROUP BY s.stage",
                            "stage"),
                    Count.by(
                            Clock.MARKET,
                            "payout_oldest_due_seconds",
                            "SELECT coalesce(extract(epoch FROM ?::timestamptz - min(due_at)), 0)"
                                    + " AS value FROM payout WHERE due_at <= ?"),
                    Count.of(
                            "escrow_units",
                            "SELECT rail, currency, sum(units) AS value FROM ("
                                    + "VALUES ('ledger', 'usd', 0::numeric), ('escrow', 'usdc', 0)"
                                    // As the reward that each holds: a look at so many accounts
                                    // takes longer than a figure may.
                                    + " UNION ALL SELECT rail, currency, sum(reward_units)"
                                    + " FROM bounty WHERE status IN ('open', 'claimed',"
                                    + " 'in_review', 'completed', 'disputed')"
                                    + " GROUP BY rail, currency"
                                    + ") held (rail, currency, units) GROUP BY rail, currency",
                            "rail",
                            "currency"),
                    Count.of(
                            "bounties_frozen",
                            "SELECT count(*) AS value FROM escrow_hold"
                                    + " WHERE frozen_at IS NOT NULL AND ended_by IS NULL"),
                    Count.of("relay_waiting", "SELECT count(*) AS value FROM outbox_waiting"),
                    Count.by(
                            Clock.MARKET,
                            "relay_lag_seconds",
                            "SELECT coalesce(extract(epoch FROM ?::timestamptz - min(o.occurred_at)), 0)"
                                    + " AS value FROM outbox_waiting w JOIN outbox o USING (position)"
                                    + " WHERE o.occurred_at <= ?"),
                    Count.of(
                            "stream_reader_behind",
                            "SELECT c.reader, h.last_place - c.place AS value"
                                    + " FROM stream_cursor c CROSS JOIN stream_head h",
                            "reader"),
                    Count.by(
                            Clock.WORLD,
                            "leases_expired",
                            "SELECT count(*) AS value FROM stream_cursor WHERE lease_until < ?"),
                    Count.by(
                            Clock.WORLD,
                            "webhook_deliveries_due",
                            // The second condition names the index of those that wait.
                            "SELECT count(*) AS value FROM webhook_delivery"
                                    + " WHERE due_at <= ? AND round >= 0"),
                    Count.of(
                            "chain_orders",
                            "SELECT s.status, count(v.id) AS value"
                                    + " FROM (VALUES ('waiting'), ('signed'), ('mined')) s (status)"
                                    + " LEFT JOIN vault_order v ON v.status = s.status"
                                    + " GROUP BY s.status",
                            "status"),
                    Count.by(
                            Clock.MARKET,
                            "chain_order_oldest_seconds",
                            "SELECT coalesce(extract(epoch FROM ?::timestamptz"
                                    + " - min(greatest(created_at, not_before))), 0) AS value"
                                    + " FROM vault_order WHERE status IN ('waiting', 'signed')"
                                    + " AND (status = 'signed' OR try_at <= ?)"),
                    Count.of(
                            "chain_last_block",
                            "SELECT coalesce(max(block), 0) AS value FROM chain_trail"),
                    Count.of(
                            "github_notices_waiting",
                            "SELECT count(*) AS value FROM github_notice WHERE outcome IS NULL"),
                    Count.of(
                            "reconciliation_differences",
                            "SELECT books AS rail, about,"
                                    + " coalesce(differences::text, 'NaN') AS value FROM comparison",
                            "rail",
                            "about"),
                    Count.by(
                            Clock.WORLD,
                            "reconciliation_age_seconds",
                            "SELECT books AS rail,"
                                    + " extract(epoch FROM ?::timestamptz - min(since)) AS value"
                                    + " FROM comparison GROUP BY books",
                            "rail"));

    private final Sql sql;
    private final Transactions transactions;

    PostgresFigures(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public List<String> names() {
        return COUNTS.stream().map(Count::name).toList();
    }

    @Override
    public List<Figure> read(String name, Instant marketNow, Instant worldNow) {
        Count count =
                COUNTS.stream().filter(of -> of.name().equals(name)).findFirst().orElseThrow();
        Instant now = count.clock() == Clock.MARKET ? marketNow : worldNow;
        return transactions.run(() -> {
            sql.change(TIME_LIMIT);
            return sql.list(count.query(), row -> figure(count, row), count.parameters(now));
        });
    }

    private static Figure figure(Count count, Row row) throws SQLException {
        SortedMap<String, String> labels = new TreeMap<>();
        for (String label : count.labels()) {
            labels.put(label, row.text(label));
        }
        return new Figure(count.name(), labels, Double.parseDouble(row.text("value")));
    }
}
