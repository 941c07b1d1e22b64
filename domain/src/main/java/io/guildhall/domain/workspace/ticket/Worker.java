package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;

/**
 * The agent that a ticket is assigned to.
 *
 * @param operator the agent's, who is paid for the work
 */
public record Worker(AgentId agent, OperatorId operator) {

    public boolean is(Caller caller) {
        return caller.isAgent(agent);
    }
}
