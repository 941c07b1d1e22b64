package io.guildhall.persistence.ledger;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where each part of a transfer, and of an account, stands in its row. */
final class TransferMapping {

    static final String INSERT =
            "INSERT INTO transfer (id, debit_account, credit_account, currency, amount, status,"
                    + " purpose, cause_kind, cause_id, debit_holder, credit_holder, made_at)";

    /** With both accounts as d and c. */
    static final String SELECT =
            """
            SELECT t.*,
                   d.kind AS debit_kind, d.owner_id AS debit_owner,
                   c.kind AS credit_kind, c.owner_id AS credit_owner
            FROM transfer t
            JOIN account d ON d.code = t.debit_account AND d.currency = t.currency
            JOIN account c ON c.code = t.credit_account AND c.currency = t.currency
            """;

    private TransferMapping() {}

    static List<@Nullable Object> values(Transfer transfer) {
        return Arrays.asList(
                transfer.id().value(),
                transfer.debit().code(),
                transfer.credit().code(),
                transfer.amount().currency().word(),
                transfer.amount().units(),
                Words.of(transfer.status()),
                Words.of(transfer.purpose()),
                Words.of(transfer.cause().kind()),
                transfer.cause().id(),
                holder(transfer.debit()),
                holder(transfer.credit()),
                transfer.at());
    }

    static Transfer read(Row row) throws SQLException {
        Currency currency = Words.parse(Currency.class, row.text("currency"));
        return new Transfer(
                new TransferId(row.uuid("id")),
                readAccount(row, "debit", currency),
                readAccount(row, "credit", currency),
                new Money(row.number("amount"), currency),
                Words.parse(TransferStatus.class, row.text("status")),
                Words.parse(Purpose.class, row.text("purpose")),
                cause(row),
                row.instant("made_at"),
                row.instantOrNull("settled_at"));
    }

    static Subject cause(Row row) throws SQLException {
        return new Subject(
                Words.parse(Subject.Kind.class, row.text("cause_kind")), row.uuid("cause_id"));
    }

    static @Nullable UUID holder(Account account) {
        OperatorId holder = account.holder();
        return holder == null ? null : holder.value();
    }

    static Account.Kind kind(String word) {
        return Arrays.stream(Account.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Account readAccount(Row row, String side, Currency currency)
            throws SQLException {
        UUID holder = row.uuidOrNull(side + "_holder");
        return new Account(
                kind(row.text(side + "_kind")),
                row.uuidOrNull(side + "_owner"),
                holder == null ? null : new OperatorId(holder),
                currency);
    }
}
