package io.guildhall.persistence.access;

import io.guildhall.application.access.Logins;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Identities of operators elsewhere, in PostgreSQL, where one insert decides for all replicas. */
@Singleton
public final class PostgresLogins implements Logins {

    private static final String LINK =
            "INSERT INTO operator_login (issuer, subject, operator_id, linked_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String FIND =
            "SELECT operator_id FROM operator_login WHERE issuer = ? AND subject = ?";

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
}
