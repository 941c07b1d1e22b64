package io.guildhall.persistence.payment;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailSnapshot;
import io.guildhall.domain.rail.RailSnapshots;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** The latest snapshot of each rail, in PostgreSQL. */
@Singleton
public final class PostgresRailSnapshots implements RailSnapshots {

    private static final String KEEP =
            """
            INSERT INTO rail_snapshot AS kept
                (rail, taken_at, currency, held_units, owed_units, differences, under_way)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (rail) DO UPDATE SET (taken_at, currency, held_units, owed_units, differences, under_way)
                = (excluded.taken_at, excluded.currency, excluded.held_units, excluded.owed_units,
                   excluded.differences, excluded.under_way)
            WHERE kept.taken_at <= excluded.taken_at
            """;

    private final Sql sql;

    PostgresRailSnapshots(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(RailSnapshot snapshot) {
        sql.change(
                KEEP,
                Words.of(snapshot.rail()),
                snapshot.at(),
                snapshot.held().currency().word(),
                snapshot.held().units(),
                snapshot.owed().units(),
                snapshot.differences(),
                snapshot.underWay());
    }

    @Override
    public List<RailSnapshot> all() {
        return sql.list("SELECT * FROM rail_snapshot ORDER BY rail", PostgresRailSnapshots::read);
    }

    private static RailSnapshot read(Row row) throws SQLException {
        Currency currency = Words.parse(Currency.class, row.text("currency"));
        return new RailSnapshot(
                Words.parse(Rail.class, row.text("rail")),
                row.instant("taken_at"),
                new Money(row.number("held_units"), currency),
                new Money(row.number("owed_units"), currency),
                Math.toIntExact(row.number("differences")),
                Math.toIntExact(row.number("under_way")));
    }
}
