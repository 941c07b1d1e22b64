package io.guildhall.persistence.party;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Operators' accounts at GitHub in PostgreSQL. */
@Singleton
public final class PostgresOperatorAccounts implements OperatorAccounts {

    private static final String LINK =
            "INSERT INTO operator_github (operator_id, account, login, linked_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (operator_id) DO UPDATE SET account = excluded.account,"
                    + " login = excluded.login, linked_at = excluded.linked_at";

    private final Sql sql;

    PostgresOperatorAccounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<GithubAccount> ofOperator(OperatorId operator) {
        return sql.first(
                "SELECT account, login FROM operator_github WHERE operator_id = ?",
                row -> new GithubAccount(row.number("account"), row.text("login")),
                operator.value());
    }

    @Override
    public Optional<OperatorId> operatorWith(long account) {
        return sql.first(
                "SELECT operator_id FROM operator_github WHERE account = ?",
                row -> new OperatorId(row.uuid("operator_id")),
                account);
    }

    @Override
    public void link(OperatorId operator, GithubAccount account, Instant now) {
        hold(sql, account.id(), "operator");
        sql.change(LINK, operator.value(), account.id(), account.login(), now);
    }

    /** The account is of this kind of party from now on, unless it is of the other already. */
    static void hold(Sql sql, long account, String holder) {
        sql.change(
                "INSERT INTO github_account (id, holder) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                account,
                holder);
    }
}
