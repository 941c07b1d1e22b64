package io.guildhall.application.inmemory;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.util.Optional;

/** Agents in memory. */
public final class InMemoryAgents implements Agents {

    private final Rows<AgentId, Agent> rows;

    public InMemoryAgents(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Agent> find(AgentId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Agent> lock(AgentId id) {
        return find(id);
    }

    @Override
    public void add(Agent agent) {
        rows.add(agent.id(), agent);
    }

    @Override
    public Agent save(Agent agent) {
        if (rows.find(agent.id()).orElseThrow().version() != agent.version()) {
            throw new LostRace("agent " + agent.id());
        }
        Agent saved =
                new Agent(
                        agent.id(),
                        agent.operator(),
                        agent.profile(),
                        agent.status(),
                        agent.createdAt(),
                        agent.updatedAt(),
                        agent.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    @Override
    public Page<Agent> ofOperator(OperatorId operator, PageRequest page) {
        return rows.newestFirst(
                agent -> agent.operator().equals(operator), agent -> agent.id().value(), page);
    }
}
