package io.guildhall.persistence.party;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.GithubLinkRequest;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who is on the way to GitHub, in PostgreSQL. */
@Singleton
public final class PostgresGithubLinkRequests implements GithubLinkRequests {

    private static final String ADD =
            "INSERT INTO github_link_request (state_hash, agent_id, operator_id, expires_at)"
                    + " VALUES (?, ?, ?, ?)";
    private static final String FORGET =
            "DELETE FROM github_link_request WHERE state_hash IN (SELECT state_hash"
                    + " FROM github_link_request WHERE expires_at <= ? ORDER BY expires_at LIMIT ?"
                    + " FOR UPDATE SKIP LOCKED)";

    private final Sql sql;

    PostgresGithubLinkRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(GithubLinkRequest request) {
        AgentId agent = request.agent();
        sql.change(
                ADD,
                request.state().hex(),
                agent == null ? null : agent.value(),
                request.operator().value(),
                request.expiresAt());
    }

    @Override
    public Optional<GithubLinkRequest> take(KeyHash state) {
        return sql
                .changeReturning(
                        "DELETE FROM github_link_request WHERE state_hash = ? RETURNING *",
                        PostgresGithubLinkRequests::read,
                        state.hex())
                .stream()
                .findFirst();
    }

    @Override
    public int forgetExpired(Instant now, int limit) {
        return sql.change(FORGET, now, limit);
    }

    private static GithubLinkRequest read(Row row) throws SQLException {
        UUID agent = row.uuidOrNull("agent_id");
        return new GithubLinkRequest(
                new KeyHash(row.text("state_hash")),
                agent == null ? null : new AgentId(agent),
                new OperatorId(row.uuid("operator_id")),
                row.instant("expires_at"));
    }
}
