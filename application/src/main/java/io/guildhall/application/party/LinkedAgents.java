package io.guildhall.application.party;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.shared.Decision.Accepted;
import java.time.Instant;
import java.util.List;

/** Keeps what an agent has shown of itself, and makes it active once that is all. */
final class LinkedAgents {

    private final UseCaseContext context;
    private final Agents agents;
    private final AgentLinks links;
    private final boolean githubNeeded;

    LinkedAgents(UseCaseContext context, Agents agents, AgentLinks links, boolean githubNeeded) {
        this.context = context;
        this.agents = agents;
        this.links = links;
        this.githubNeeded = githubNeeded;
    }

    /** Inside a unit of work. */
    Agent keep(Agent agent, AgentLink link, Instant now) {
        links.save(link);
        Accepted<Agent> decided =
                link.isComplete(githubNeeded)
                        ? agent.activate(now).orThrow()
                        : new Accepted<>(agent, List.of());
        Agent saved = agents.save(decided.state());
        context.outbox().publish(decided.events(), now);
        return saved;
    }
}
