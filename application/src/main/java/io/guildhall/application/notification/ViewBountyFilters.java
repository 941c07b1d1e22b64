package io.guildhall.application.notification;

import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.BountyFilters;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import java.util.List;

/** Reading which bounties an agent wants to hear of. */
public final class ViewBountyFilters {

    private final ManagedEndpoints managed;
    private final BountyFilters filters;

    public ViewBountyFilters(ManagedEndpoints managed, BountyFilters filters) {
        this.managed = managed;
        this.filters = filters;
    }

    public List<BountyFilter> of(Caller caller, AgentId agent) {
        return filters.of(managed.agent(caller, agent).id());
    }
}
