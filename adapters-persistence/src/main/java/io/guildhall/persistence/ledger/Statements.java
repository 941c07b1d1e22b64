package io.guildhall.persistence.ledger;

import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.money.Money;
import java.time.Instant;
import java.util.List;

/** What is counted over a period, or over all that went through one account. */
final class Statements {

    static final String WITHIN =
            TransferMapping.SELECT
                    + """
                    WHERE t.id IN (
                        SELECT id FROM transfer WHERE debit_holder = ? AND currency = ?
                            AND status = 'posted' AND coalesce(settled_at, made_at) >= ?
                            AND coalesce(settled_at, made_at) < ?
                        UNION
                        SELECT id FROM transfer WHERE credit_holder = ? AND currency = ?
                            AND status = 'posted' AND coalesce(settled_at, made_at) >= ?
                            AND coalesce(settled_at, made_at) < ?)
                    ORDER BY coalesce(t.settled_at, t.made_at), t.id LIMIT ?
                    """;

    static final String OPENING =
            """
            SELECT coalesce(sum(units), 0)::bigint AS units FROM (
                SELECT -amount AS units FROM transfer
                WHERE debit_holder = ? AND currency = ? AND status = 'posted'
                    AND coalesce(settled_at, made_at) < ?
                UNION ALL
                SELECT amount FROM transfer
                WHERE credit_holder = ? AND currency = ? AND status = 'posted'
                    AND coalesce(settled_at, made_at) < ?) AS leg
            """;

    static final String MOVED =
            """
            SELECT cause_kind, cause_id, sum(units)::bigint AS units FROM (
                SELECT cause_kind, cause_id, amount AS units FROM transfer
                WHERE debit_account = ? AND currency = ? AND status = 'posted'
                UNION ALL
                SELECT cause_kind, cause_id, -amount FROM transfer
                WHERE credit_account = ? AND currency = ? AND status = 'posted') AS leg
            GROUP BY cause_kind, cause_id HAVING sum(units) <> 0
            """;

    private Statements() {}

    static Statement of(Instant from, Instant to, Money opening, List<Entry> entries) {
        Money closing = opening;
        for (Entry entry : entries) {
            closing = closing.plus(entry.amount());
        }
        return new Statement(from, to, opening, entries, closing);
    }
}
