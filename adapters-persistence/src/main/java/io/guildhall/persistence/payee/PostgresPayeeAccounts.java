package io.guildhall.persistence.payee;

import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payee.PayeeStatus;
import io.guildhall.domain.payee.PayeeStatus.Incomplete;
import io.guildhall.domain.payee.PayeeStatus.Payable;
import io.guildhall.domain.payee.PayeeStatus.Requested;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payees' accounts in PostgreSQL. */
@Singleton
public final class PostgresPayeeAccounts implements PayeeAccounts {

    private static final String DUE =
            """
            SELECT * FROM payee_account WHERE look_at <= ?
            ORDER BY look_at, operator_id LIMIT ? FOR UPDATE SKIP LOCKED
            """;

    private static final String ADD =
            """
            INSERT INTO payee_account
                (operator_id, key, country, reference, status, required, reason, destination,
                 usable_from, look_at, created_at, updated_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SAVE =
            """
            UPDATE payee_account
            SET (key, country, reference, status, required, reason, destination, usable_from,
                 look_at, updated_at, version) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, version + 1)
            WHERE operator_id = ? AND version = ?
            """;

    private final Sql sql;

    PostgresPayeeAccounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<PayeeAccount> of(OperatorId operator) {
        return sql.first(
                "SELECT * FROM payee_account WHERE operator_id = ?",
                PostgresPayeeAccounts::read,
                operator.value());
    }

    @Override
    public Optional<PayeeAccount> byReference(String reference) {
        return sql.first(
                "SELECT * FROM payee_account WHERE reference = ?",
                PostgresPayeeAccounts::read,
                reference);
    }

    @Override
    public List<PayeeAccount> takeDue(Instant now, int limit) {
        return sql.changeReturning(DUE, PostgresPayeeAccounts::read, now, limit);
    }

    @Override
    public void add(PayeeAccount account) {
        sql.change(
                ADD,
                account.operator().value(),
                account.key(),
                account.country(),
                account.reference(),
                account.status().word(),
                required(account.status()),
                reason(account.status()),
                account.destination(),
                account.usableFrom(),
                account.lookAt(),
                account.createdAt(),
                account.updatedAt(),
                account.version());
    }

    @Override
    public PayeeAccount save(PayeeAccount account) {
        int saved =
                sql.change(
                        SAVE,
                        account.key(),
                        account.country(),
                        account.reference(),
                        account.status().word(),
                        required(account.status()),
                        reason(account.status()),
                        account.destination(),
                        account.usableFrom(),
                        account.lookAt(),
                        account.updatedAt(),
                        account.operator().value(),
                        account.version());
        if (saved == 0) {
            throw new LostRace("the payout account of " + account.operator());
        }
        return account.atVersion(account.version() + 1);
    }

    private static List<String> required(PayeeStatus status) {
        return switch (status) {
            case Incomplete(var required, var _) -> required;
            case Requested _, Payable _ -> List.of();
        };
    }

    private static @Nullable String reason(PayeeStatus status) {
        return switch (status) {
            case Incomplete(var _, var reason) -> reason;
            case Requested _, Payable _ -> null;
        };
    }

    private static PayeeAccount read(Row row) throws SQLException {
        return new PayeeAccount(
                new OperatorId(row.uuid("operator_id")),
                row.uuid("key"),
                row.text("country"),
                row.textOrNull("reference"),
                status(row),
                row.textOrNull("destination"),
                row.instant("usable_from"),
                row.instantOrNull("look_at"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    private static PayeeStatus status(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "requested" -> new Requested();
            case "incomplete" -> new Incomplete(row.texts("required"), row.textOrNull("reason"));
            case "payable" -> new Payable();
            default -> throw new IllegalStateException("No payout account is " + word);
        };
    }
}
