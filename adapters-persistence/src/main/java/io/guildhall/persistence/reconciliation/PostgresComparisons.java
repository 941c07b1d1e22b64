package io.guildhall.persistence.reconciliation;

import io.guildhall.application.access.Comparisons;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found when books were last compared, in PostgreSQL. */
@Singleton
public final class PostgresComparisons implements Comparisons {

    private static final String FORGET_OTHERS = "DELETE FROM comparison WHERE books <> ALL (?)";

    private static final String EXPECT =
            """
            INSERT INTO comparison (books, about, since) VALUES (?, ?, ?)
            ON CONFLICT (books, about) DO NOTHING
            """;

    private static final String KEEP =
            """
            INSERT INTO comparison AS kept (books, about, since, differences) VALUES (?, ?, ?, ?)
            ON CONFLICT (books, about) DO UPDATE
                SET (since, differences) = (excluded.since, excluded.differences)
            WHERE kept.differences IS NULL OR kept.since <= excluded.since
            """;

    private static final String ALL = "SELECT * FROM comparison ORDER BY books, about";

    private final Sql sql;

    PostgresComparisons(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void expect(Map<String, List<String>> books, Instant now) {
        sql.change(FORGET_OTHERS, List.copyOf(books.keySet()));
        // Replicas that start at once take the rows in one order.
        new TreeMap<>(books)
                .forEach((name, kinds) ->
                        kinds.stream()
                                .sorted()
                                .forEach(about -> sql.change(EXPECT, name, about, now)));
    }

    @Override
    public void keep(String books, Map<String, Long> differences, Instant at) {
        new TreeMap<>(differences)
                .forEach((about, found) -> sql.change(KEEP, books, about, at, found));
    }

    @Override
    public List<Known> all() {
        return sql.list(ALL, PostgresComparisons::read);
    }

    private static Known read(Row row) throws SQLException {
        return new Known(
                row.text("books"),
                row.text("about"),
                row.instant("since"),
                row.numberOrNull("differences"));
    }
}
