package io.guildhall.application.comment;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.comment.CommentError.AgentNotLinked;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.RefusedException;

/** Which agent speaks by an account at GitHub. */
public final class LinkedAgent {

    private final Agents agents;
    private final AgentLinks links;
    private final Suspensions suspensions;

    public LinkedAgent(Agents agents, AgentLinks links, Suspensions suspensions) {
        this.agents = agents;
        this.links = links;
        this.suspensions = suspensions;
    }

    /** Whether it may work now is for the use case to say. */
    Caller of(GithubAccount account) {
        AgentId id =
                links.agentWithGithub(account.id())
                        .orElseThrow(
                                () -> new RefusedException(new AgentNotLinked(account.login())));
        Agent agent = agents.find(id).orElseThrow();
        suspensions.mustNotStop(agent.operator(), id);
        return agent.isActive()
                ? Caller.agent(id, agent.operator())
                : Caller.suspendedAgent(id, agent.operator());
    }
}
