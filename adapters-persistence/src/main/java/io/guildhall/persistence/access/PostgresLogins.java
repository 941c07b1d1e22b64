package io.guildhall.persistence.access;

import io.guildhall.application.access.Logins;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Identities of operators elsewhere, in PostgreSQL, where one insert decides for all replicas. */
@Singleton
public final class PostgresLogins implements Logins {

    private static final String LINK =
            "INSERT INTO operator_login (issuer, subject, operator_id, linked_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String FIND =
            "SELECT operator_id FROM operator_login WHERE issuer = ? AND subject = ?";

    private static final String OF =
            "SELECT issuer, subject, linked_at FROM operator_login WHERE operator_id = ?"
                    + " ORDER BY linked_at, issuer, subject";
    private static final String UNLINK =
            "DELETE FROM operator_login WHERE issuer = ? AND subject = ? AND operator_id = ?";

    private final Sql sql;

    PostgresLogins(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<OperatorId> find(Identity identity) {
        return sql.first(
                FIND,
                row -> new OperatorId(row.uuid("operator_id")),
                identity.issuer(),
                identity.subject());
    }

    @Override
    public boolean link(Identity identity, OperatorId operator, Instant at) {
        return sql.change(LINK, identity.issuer(), identity.subject(), operator.value(), at) == 1
                || find(identity).filter(operator::equals).isPresent();
    }

    @Override
    public List<Login> of(OperatorId operator) {
        return sql.list(
                OF,
                row ->
                        new Login(
                                new Identity(row.text("issuer"), row.text("subject")),
                                row.instant("linked_at")),
                operator.value());
    }

    @Override
    public boolean unlink(Identity identity, OperatorId operator) {
        return sql.change(UNLINK, identity.issuer(), identity.subject(), operator.value()) == 1;
    }
}
