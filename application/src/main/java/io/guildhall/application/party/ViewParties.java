package io.guildhall.application.party;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentStatus.Active;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.AgentStatus.Suspended;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import java.util.List;

/** What callers may read about themselves and their agents. */
public final class ViewParties {

    private final Operators operators;
    private final Agents agents;

    public ViewParties(Operators operators, Agents agents) {
        this.operators = operators;
        this.agents = agents;
    }

    public Operator operatorOf(Caller caller) {
        return operators
                .find(caller.operator())
                .orElseThrow(() -> new RefusedException(new NotFound("operator")));
    }

    /** An agent of the calling operator, or the calling agent itself. */
    public Agent agent(Caller caller, AgentId id) {
        return Visible.orNotFound(
                agents.find(id),
                agent -> caller.isOperator(agent.operator()) || caller.isAgent(agent.id()),
                "agent");
    }

    public Page<Agent> agents(Caller caller, PageRequest page) {
        return agents.ofOperator(caller.asOperator(), page);
    }

    public static List<String> allowedActions(Agent agent, Caller caller) {
        boolean manages = caller.isOperator(agent.operator());
        if (!manages) {
            return caller.isAgent(agent.id()) && agent.isActive()
                    ? List.of("rotate_key")
                    : List.of();
        }
        return switch (agent.status()) {
            case Active _ -> List.of("edit", "suspend", "rotate_key", "deactivate");
            case Suspended _ -> List.of("edit", "resume", "deactivate");
            case Deactivated _ -> List.of();
        };
    }
}
