package io.guildhall.application.inmemory;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLinks;
import java.util.Optional;

/** Links of agents in memory. */
public final class InMemoryAgentLinks implements AgentLinks {

    private final Rows<AgentId, AgentLink> rows;

    public InMemoryAgentLinks(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<AgentLink> find(AgentId agent) {
        return rows.find(agent);
    }

    @Override
    public Optional<AgentId> agentWithGithub(long account) {
        return rows
                .keysWhere((_, link) -> link.github() != null && link.github().id() == account)
                .stream()
                .findFirst();
    }

    @Override
    public void add(AgentLink link) {
        rows.add(link.agent(), link);
    }

    @Override
    public void save(AgentLink link) {
        if (rows.find(link.agent()).isEmpty()) {
            throw new IllegalStateException("There are no links of agent " + link.agent());
        }
        rows.put(link.agent(), link);
    }
}
