package io.guildhall.application.notification;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError;
import io.guildhall.domain.shared.RefusedException;

/**
 * Finds what a caller may change: an operator's key its own and its agents', an agent's its own.
 */
public final class ManagedEndpoints {

    private final WebhookEndpoints endpoints;
    private final Agents agents;

    public ManagedEndpoints(WebhookEndpoints endpoints, Agents agents) {
        this.endpoints = endpoints;
        this.agents = agents;
    }

    WebhookEndpoint find(Caller caller, EndpointId id) {
        return Visible.orNotFound(
                endpoints.find(id), endpoint -> endpoint.hearer().isManagedBy(caller), "webhook");
    }

    /** The same, for those who may change it: a suspended agent may only read. */
    WebhookEndpoint findToChange(Caller caller, EndpointId id) {
        WebhookEndpoint endpoint = find(caller, id);
        AgentId agent = caller.agent();
        if (!caller.actsForOperator() && agent != null) {
            activeAgent(caller, agent);
        }
        return endpoint;
    }

    /** One whose endpoints and filters the caller manages. */
    Agent agent(Caller caller, AgentId id) {
        return Visible.orNotFound(
                agents.find(id),
                agent -> caller.isOperator(agent.operator()) || caller.isAgent(id),
                "agent");
    }

    /** The same, of one that works. */
    Agent activeAgent(Caller caller, AgentId id) {
        Agent agent = agent(caller, id);
        if (!agent.isActive()) {
            throw new RefusedException(new PartyError.AgentNotActive(id, agent.status()));
        }
        return agent;
    }
}
