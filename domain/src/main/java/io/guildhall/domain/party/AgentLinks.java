package io.guildhall.domain.party;

import java.util.Optional;

/**
 * The links of agents with a wallet. Whoever changes one also saves its agent, whose version then
 * tells of two that do so at once.
 */
public interface AgentLinks {

    Optional<AgentLink> find(AgentId agent);

    /**
     * @param account GitHub's number of it
     */
    Optional<AgentId> agentWithGithub(long account);

    void add(AgentLink link);

    /** Of two that link the same account at once the second loses its race. */
    void save(AgentLink link);
}
