package io.guildhall.domain.notification;

import io.guildhall.domain.party.AgentId;
import java.util.List;

/** The bounty filters that agents have saved. */
public interface BountyFilters {

    /** In the order in which they were saved; empty when there are none. */
    List<BountyFilter> of(AgentId agent);

    /** Takes the place of all that the agent had. */
    void save(AgentId agent, List<BountyFilter> filters);
}
