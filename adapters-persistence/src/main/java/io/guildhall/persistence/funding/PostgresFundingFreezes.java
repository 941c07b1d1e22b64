package io.guildhall.persistence.funding;

import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Freezes of new funding in PostgreSQL; there are hardly ever any, and every posting asks. */
@Singleton
public final class PostgresFundingFreezes implements FundingFreezes {

    private static final String ALL = "";

    private static final String SAVE =
            """
            INSERT INTO funding_freeze (rail, currency, reason, since, until, admin_id)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (rail, currency) DO UPDATE SET reason = excluded.reason,
                since = excluded.since, until = excluded.until, admin_id = excluded.admin_id
            """;

    private final Sql sql;

    PostgresFundingFreezes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<FundingFreeze> all() {
        return sql.list("SELECT * FROM funding_freeze", PostgresFundingFreezes::read).stream()
                .sorted(Comparator.comparing(freeze -> freeze.scope().word()))
                .toList();
    }

    @Override
    public Optional<FundingFreeze> find(FundingScope scope) {
        return sql.first(
                "SELECT * FROM funding_freeze WHERE rail = ? AND currency = ?",
                PostgresFundingFreezes::read,
                word(scope.rail()),
                word(scope.currency()));
    }

    @Override
    public void save(FundingFreeze freeze) {
        sql.change(
                SAVE,
                word(freeze.scope().rail()),
                word(freeze.scope().currency()),
                freeze.reason(),
                freeze.since(),
                freeze.until(),
                freeze.admin().value());
    }

    @Override
    public boolean lift(FundingScope scope) {
        return sql.change(
                        "DELETE FROM funding_freeze WHERE rail = ? AND currency = ?",
                        word(scope.rail()),
                        word(scope.currency()))
                == 1;
    }

    private static FundingFreeze read(Row row) throws SQLException {
        return new FundingFreeze(
                new FundingScope(
                        parsed(Rail.class, row.text("rail")),
                        parsed(Currency.class, row.text("currency"))),
                row.text("reason"),
                row.instant("since"),
                row.instantOrNull("until"),
                new OperatorId(row.uuid("admin_id")));
    }

    private static String word(@Nullable Enum<?> part) {
        return part == null ? ALL : Words.of(part);
    }

    private static <E extends Enum<E>> @Nullable E parsed(Class<E> type, String word) {
        return word.equals(ALL) ? null : Words.parse(type, word);
    }
}
