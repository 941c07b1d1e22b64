package io.guildhall.persistence.ledger;

import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.money.Currency;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Counts the whole ledger again. One statement, and so one consistent view of it. */
final class Proof {

    /**
     * Each account once with what is stored of it and what its transfers say: by kind and currency
     * where both agree, by name where they do not.
     */
    private static final String COUNT =
            """
            WITH leg AS (
                SELECT debit_account AS code, currency, 1 AS transfers,
                       CASE status WHEN 'posted' THEN -amount ELSE 0 END AS posted,
                       CASE status WHEN 'pending' THEN amount ELSE 0 END AS pending
                FROM transfer
                UNION ALL
                SELECT credit_account, currency, 0, CASE status WHEN 'posted' THEN amount ELSE 0 END, 0
                FROM transfer
            ), counted AS (
                SELECT code, currency, sum(transfers) AS transfers, sum(posted) AS posted, sum(pending) AS pending
                FROM leg GROUP BY code, currency
            ), both_ways AS (
                SELECT a.code, a.currency, a.kind, a.balance, a.pending_out,
                       coalesce(c.transfers, 0) AS transfers,
                       coalesce(c.posted, 0) AS posted,
                       coalesce(c.pending, 0) AS pending
                FROM account a LEFT JOIN counted c ON c.code = a.code AND c.currency = a.currency
            )
            SELECT 'total' AS line, kind AS name, currency, count(*) AS accounts,
                   sum(transfers)::bigint AS transfers, 0::bigint AS stored, sum(posted)::bigint AS counted
            FROM both_ways GROUP BY kind, currency
            UNION ALL
            SELECT 'difference', code, currency, 1, 0, balance, posted::bigint
            FROM both_ways WHERE balance <> posted
            UNION ALL
            SELECT 'difference', code || ' (pending)', currency, 1, 0, pending_out, pending::bigint
            FROM both_ways WHERE pending_out <> pending
            """;

    private final Sql sql;

    Proof(Sql sql) {
        this.sql = sql;
    }

    LedgerProof asOf(Instant now) {
        List<Line> lines = sql.list(COUNT, Proof::line);
        return new LedgerProof(
                now,
                lines.stream()
                        .filter(Line::isTotal)
                        .map(Line::total)
                        .sorted(
                                Comparator.comparing(LedgerProof.Total::currency)
                                        .thenComparing(LedgerProof.Total::kind))
                        .toList(),
                lines.stream().mapToLong(Line::transfers).sum(),
                lines.stream().filter(line -> !line.isTotal()).map(Line::difference).toList());
    }

    /** A row of the answer: the total of a kind of account, or one account's difference. */
    private record Line(
            boolean isTotal,
            String name,
            Currency currency,
            long accounts,
            long transfers,
            long stored,
            long counted) {

        LedgerProof.Total total() {
            return new LedgerProof.Total(TransferMapping.kind(name), currency, accounts, counted);
        }

        LedgerProof.Difference difference() {
            return new LedgerProof.Difference(name, stored, counted);
        }
    }

    private static Line line(Row row) throws SQLException {
        return new Line(
                "total".equals(row.text("line")),
                row.text("name"),
                Words.parse(Currency.class, row.text("currency")),
                row.number("accounts"),
                row.number("transfers"),
                row.number("stored"),
                row.number("counted"));
    }
}
