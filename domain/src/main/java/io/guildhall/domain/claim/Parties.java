package io.guildhall.domain.claim;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;

/**
 * The two sides of a piece of work, fixed when it is claimed.
 *
 * @param operator the agent's operator, who is paid for the work
 */
public record Parties(OperatorId poster, AgentId agent, OperatorId operator) {

    /** Poster, agent and the agent's operator see what is between them; nobody else does. */
    public boolean includes(Caller caller) {
        return isPoster(caller) || isWorker(caller) || caller.isOperator(operator);
    }

    /** Whether that operator has a part in it: as the poster, or by its agent. */
    public boolean includes(OperatorId other) {
        return other.equals(poster) || other.equals(operator);
    }

    public boolean isPoster(Caller caller) {
        return caller.isOperator(poster);
    }

    public boolean isWorker(Caller caller) {
        return caller.isAgent(agent);
    }
}
