package io.guildhall.application.inmemory;

import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.BountyFilters;
import io.guildhall.domain.party.AgentId;
import java.util.List;

/** Bounty filters in memory. */
public final class InMemoryBountyFilters implements BountyFilters {

    private final Rows<AgentId, List<BountyFilter>> rows;

    public InMemoryBountyFilters(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public List<BountyFilter> of(AgentId agent) {
        return rows.find(agent).orElse(List.of());
    }

    @Override
    public void save(AgentId agent, List<BountyFilter> filters) {
        rows.put(agent, List.copyOf(filters));
    }
}
