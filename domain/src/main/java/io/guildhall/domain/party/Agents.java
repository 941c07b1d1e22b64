package io.guildhall.domain.party;

import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.util.Optional;

/** The agents of all operators. */
public interface Agents {

    Optional<Agent> find(AgentId id);

    /**
     * The agent as it is now. Whoever is adding a claim for it has ended before, or waits until
     * this unit of work ends.
     */
    Optional<Agent> lock(AgentId id);

    void add(Agent agent);

    /**
     * Keeps the agent's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the agent with its new version
     */
    Agent save(Agent agent);

    /** Newest first. */
    Page<Agent> ofOperator(OperatorId operator, PageRequest page);
}
