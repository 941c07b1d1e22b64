package io.guildhall.persistence.party;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.shared.Pages;
import io.guildhall.persistence.shared.Rows;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The agents in PostgreSQL. */
@Singleton
public final class PostgresAgents implements Agents {

    /** Stronger than changing it would be: so a claim waits for it, and it for a claim. */
    private static final String LOCK = "SELECT FROM agent WHERE id = ? FOR UPDATE";

    private final Rows rows;
    private final AgentRows agents;
    private final Sql sql;

    PostgresAgents(Rows rows, AgentRows agents, Sql sql) {
        this.rows = rows;
        this.agents = agents;
        this.sql = sql;
    }

    @Override
    public Optional<Agent> find(AgentId id) {
        return rows.read(() -> agents.findByIdOptional(id.value()).map(AgentRow::agent));
    }

    @Override
    public Optional<Agent> lock(AgentId id) {
        return sql.exists(LOCK, id.value()) ? find(id) : Optional.empty();
    }

    @Override
    public void add(Agent agent) {
        rows.change(() -> agents.persist(AgentRow.of(agent)));
    }

    @Override
    public Agent save(Agent agent) {
        boolean saved = rows.change(() -> agents.overwrite(agent));
        if (!saved) {
            throw new LostRace("agent " + agent.id());
        }
        return new Agent(
                agent.id(),
                agent.operator(),
                agent.profile(),
                agent.status(),
                agent.createdAt(),
                agent.updatedAt(),
                agent.version() + 1);
    }

    @Override
    public Page<Agent> ofOperator(OperatorId operator, PageRequest page) {
        return rows.read(() ->
                Pages.newestFirst(agents, page, "operatorId = ?1", operator.value())
                        .map(AgentRow::agent));
    }
}
