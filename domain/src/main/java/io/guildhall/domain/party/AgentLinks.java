package io.guildhall.domain.party;

import java.util.Optional;

/**
 * The links of agents with a wallet. Whoever changes one also saves its agent, whose version then
 * tells of two that do so at once.
 */
public interface AgentLinks {

    Optional<AgentLink> find(AgentId agent);

    void add(AgentLink link);

    void save(AgentLink link);
}
