package io.guildhall.persistence.access;

import io.guildhall.application.access.Sessions;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in, in PostgreSQL. */
@Singleton
public final class PostgresSessions implements Sessions {

    private static final String ADD =
            "INSERT INTO console_session (token_hash, operator_id, credential_id, started_at, seen_at)"
                    + " VALUES (?, ?, ?, ?, ?)";
    private static final String SEE =
            "UPDATE console_session SET seen_at = greatest(seen_at, ?) WHERE token_hash = ?";
    private static final String FORGET =
            """
            DELETE FROM console_session WHERE token_hash IN (
                SELECT token_hash FROM console_session WHERE seen_at <= ? OR started_at <= ?
                LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private final Sql sql;

    PostgresSessions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Session session) {
        CredentialId credential = session.credential();
        sql.change(
                ADD,
                session.token().hex(),
                session.operator().value(),
                credential == null ? null : credential.value(),
                session.startedAt(),
                session.seenAt());
    }

    @Override
    public Optional<Session> find(KeyHash token) {
        return sql.first(
                "SELECT * FROM console_session WHERE token_hash = ?",
                PostgresSessions::read,
                token.hex());
    }

    @Override
    public void see(KeyHash token, Instant at) {
        sql.change(SEE, at, token.hex());
    }

    @Override
    public void remove(KeyHash token) {
        sql.change("DELETE FROM console_session WHERE token_hash = ?", token.hex());
    }

    @Override
    public void removeKeyless(OperatorId operator) {
        sql.change(
                "DELETE FROM console_session WHERE operator_id = ? AND credential_id IS NULL",
                operator.value());
    }

    @Override
    public int forgetOver(Instant now, int limit) {
        return sql.change(FORGET, now.minus(IDLE_MAX), now.minus(LIFETIME), limit);
    }

    private static Session read(Row row) throws SQLException {
        UUID credential = row.uuidOrNull("credential_id");
        return new Session(
                new KeyHash(row.text("token_hash")),
                new OperatorId(row.uuid("operator_id")),
                credential == null ? null : new CredentialId(credential),
                row.instant("started_at"),
                row.instant("seen_at"));
    }
}
