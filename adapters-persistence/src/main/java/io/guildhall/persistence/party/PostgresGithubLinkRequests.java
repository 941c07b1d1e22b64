package io.guildhall.persistence.party;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.GithubLinkRequest;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.UnconfirmedGithubLink;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is on the way to GitHub and back, in PostgreSQL. */
@Singleton
public final class PostgresGithubLinkRequests implements GithubLinkRequests {

    private static final String ADD =
            "INSERT INTO github_link_request (state_hash, agent_id, operator_id, expires_at)"
                    + " VALUES (?, ?, ?, ?)";
    private static final String ADD_UNCONFIRMED =
            "INSERT INTO github_link_unconfirmed"
                    + " (code_hash, agent_id, operator_id, account, login, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String FORGET =
            "DELETE FROM github_link_request WHERE state_hash IN (SELECT state_hash"
                    + " FROM github_link_request WHERE expires_at <= ? ORDER BY expires_at LIMIT ?"
                    + " FOR UPDATE SKIP LOCKED)";
    private static final String FORGET_UNCONFIRMED =
            "DELETE FROM github_link_unconfirmed WHERE code_hash IN (SELECT code_hash"
                    + " FROM github_link_unconfirmed WHERE expires_at <= ? ORDER BY expires_at"
                    + " LIMIT ? FOR UPDATE SKIP LOCKED)";

    private final Sql sql;

    PostgresGithubLinkRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(GithubLinkRequest request) {
        sql.change(
                ADD,
                request.state().hex(),
                value(request.agent()),
                request.operator().value(),
                request.expiresAt());
    }

    @Override
    public Optional<GithubLinkRequest> take(KeyHash state) {
        return sql.changeReturningFirst(
                "DELETE FROM github_link_request WHERE state_hash = ? RETURNING *",
                PostgresGithubLinkRequests::read,
                state.hex());
    }

    @Override
    public void add(UnconfirmedGithubLink link) {
        sql.change(
                ADD_UNCONFIRMED,
                link.code().hex(),
                value(link.agent()),
                link.operator().value(),
                link.account().id(),
                link.account().login(),
                link.expiresAt());
    }

    @Override
    public Optional<UnconfirmedGithubLink> unconfirmed(KeyHash code) {
        return sql.first(
                "SELECT * FROM github_link_unconfirmed WHERE code_hash = ?",
                PostgresGithubLinkRequests::readUnconfirmed,
                code.hex());
    }

    @Override
    public Optional<UnconfirmedGithubLink> takeUnconfirmed(KeyHash code) {
        return sql.changeReturningFirst(
                "DELETE FROM github_link_unconfirmed WHERE code_hash = ? RETURNING *",
                PostgresGithubLinkRequests::readUnconfirmed,
                code.hex());
    }

    @Override
    public int forgetExpired(Instant now, int limit) {
        int forgotten = sql.change(FORGET, now, limit);
        return forgotten + sql.change(FORGET_UNCONFIRMED, now, limit - forgotten);
    }

    private static GithubLinkRequest read(Row row) throws SQLException {
        return new GithubLinkRequest(
                new KeyHash(row.text("state_hash")),
                agent(row),
                new OperatorId(row.uuid("operator_id")),
                row.instant("expires_at"));
    }

    private static UnconfirmedGithubLink readUnconfirmed(Row row) throws SQLException {
        return new UnconfirmedGithubLink(
                new KeyHash(row.text("code_hash")),
                agent(row),
                new OperatorId(row.uuid("operator_id")),
                new GithubAccount(row.number("account"), row.text("login")),
                row.instant("expires_at"));
    }

    private static @Nullable AgentId agent(Row row) throws SQLException {
        UUID agent = row.uuidOrNull("agent_id");
        return agent == null ? null : new AgentId(agent);
    }

    private static @Nullable UUID value(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }
}
