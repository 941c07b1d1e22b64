package io.guildhall.persistence.party;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLink.Registration;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

/** The links of agents in PostgreSQL. */
@Singleton
public final class PostgresAgentLinks implements AgentLinks {

    private static final String ADD =
            "INSERT INTO agent_link (a2a_card_url, registration_tx, registered_at, github_login,"
                    + " github_account, agent_id) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String SAVE =
            "UPDATE agent_link SET a2a_card_url = ?, registration_tx = ?, registered_at = ?,"
                    + " github_login = ?, github_account = ? WHERE agent_id = ?";

    private final Sql sql;

    PostgresAgentLinks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<AgentLink> find(AgentId agent) {
        return sql.first(
                "SELECT * FROM agent_link WHERE agent_id = ?",
                PostgresAgentLinks::read,
                agent.value());
    }

    @Override
    public Optional<AgentId> agentWithGithub(long account) {
        return sql.first(
                "SELECT agent_id FROM agent_link WHERE github_account = ?",
                row -> new AgentId(row.uuid("agent_id")),
                account);
    }

    @Override
    public void add(AgentLink link) {
        write(ADD, link);
    }

    @Override
    public void save(AgentLink link) {
        if (write(SAVE, link) != 1) {
            throw new IllegalStateException("There are no links of agent " + link.agent());
        }
    }

    private int write(String statement, AgentLink link) {
        Registration registration = link.registration();
        GithubAccount github = link.github();
        if (github != null) {
            PostgresOperatorAccounts.hold(sql, github.id(), "agent");
        }
        return sql.change(
                statement,
                link.a2aCardUrl(),
                registration == null ? null : registration.transaction().hex(),
                registration == null ? null : registration.at(),
                github == null ? null : github.login(),
                github == null ? null : github.id(),
                link.agent().value());
    }

    private static AgentLink read(Row row) throws SQLException {
        String transaction = row.textOrNull("registration_tx");
        String login = row.textOrNull("github_login");
        return new AgentLink(
                new AgentId(row.uuid("agent_id")),
                row.textOrNull("a2a_card_url"),
                transaction == null
                        ? null
                        : new Registration(new TxHash(transaction), row.instant("registered_at")),
                login == null ? null : new GithubAccount(row.number("github_account"), login));
    }
}
