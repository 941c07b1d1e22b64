package io.guildhall.persistence.payment;

import io.guildhall.domain.rail.RailMode;
import io.guildhall.domain.rail.RailRecords;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What is known of Stripe, in PostgreSQL. */
@Singleton
public final class PostgresRailRecords implements RailRecords {

    private static final String ANY =
            """
            SELECT WHERE EXISTS (SELECT FROM payment) OR EXISTS (SELECT FROM payee_account)
            """;

    private static final String KEEP =
            """
            INSERT INTO rail_mode (rail, mode) VALUES ('stripe', ?)
            ON CONFLICT (rail) DO UPDATE SET mode = excluded.mode
            """;

    private final Sql sql;

    PostgresRailRecords(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean any() {
        return sql.exists(ANY);
    }

    @Override
    public Optional<RailMode> mode() {
        return sql.first(
                "SELECT mode FROM rail_mode WHERE rail = 'stripe'",
                row -> Words.parse(RailMode.class, row.text("mode")));
    }

    @Override
    public void keep(RailMode mode) {
        sql.change(KEEP, Words.of(mode));
    }
}
