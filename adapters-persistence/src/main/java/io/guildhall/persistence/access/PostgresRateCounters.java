package io.guildhall.persistence.access;

import io.guildhall.application.access.RateCounters;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sums of all replicas' counts in PostgreSQL: a replica adds what it has once a second. */
@Singleton
public final class PostgresRateCounters implements RateCounters {

    /** So many at once; more parameters than this many rows have, a statement cannot take. */
    private static final int ROWS_MAX = 1_000;

    private final Sql sql;
    private final Transactions transactions;

    PostgresRateCounters(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Map<Counter, Long> add(Instant windowStart, Map<Counter, Long> counted) {
        // In the same order for every replica, so that no two wait for each other.
        List<Counter> counters =
                counted.keySet().stream()
                        .sorted(
                                Comparator.comparing(Counter::subject)
                                        .thenComparing(Counter::write))
                        .toList();
        Map<Counter, Long> sums = new HashMap<>();
        for (int from = 0; from < counters.size(); from += ROWS_MAX) {
            List<Counter> some = counters.subList(from, Math.min(from + ROWS_MAX, counters.size()));
            transactions.run(() -> addSome(windowStart, some, counted, sums));
        }
        return sums;
    }

    @Override
    public void forgetBefore(Instant windowStart) {
        transactions.run(() -> {
            sql.change("DELETE FROM rate_window WHERE window_start < ?", windowStart);
        });
    }

    private void addSome(
            Instant windowStart,
            List<Counter> counters,
            Map<Counter, Long> counted,
            Map<Counter, Long> sums) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Counter counter : counters) {
            values.add(windowStart);
            values.add(counter.subject());
            values.add(counter.write());
            values.add(counted.getOrDefault(counter, 0L));
        }
        sql.changeReturning(
                        "INSERT INTO rate_window AS w (window_start, subject, is_write, requests) VALUES "
                                + Sql.rows(counters.size(), 4)
                                + " ON CONFLICT (window_start, subject, is_write)"
                                + " DO UPDATE SET requests = w.requests + excluded.requests"
                                + " RETURNING subject, is_write, requests",
                        PostgresRateCounters::sum,
                        values.toArray())
                .forEach(sum -> sums.put(sum.counter(), sum.requests()));
    }

    /** One counter and what all replicas have on it. */
    private record Sum(Counter counter, long requests) {}

    private static Sum sum(Row row) throws SQLException {
        return new Sum(
                new Counter(row.text("subject"), row.flag("is_write")), row.number("requests"));
    }
}
