package io.guildhall.application.party;

import io.guildhall.application.access.RandomSource;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.GithubLinkRequest;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyError.AgentHasNoWallet;
import io.guildhall.domain.party.PartyError.AgentNotChangeable;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.RefusedException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends an operator to GitHub, to come back as the account of its agent, or as its own. Each time
 * begins anew; the ways before stay open until they are used or too old.
 */
public final class BeginGithubLink {

    private final UseCaseContext context;
    private final Agents agents;
    private final Suspensions suspensions;
    private final AgentLinks links;
    private final GithubLinkRequests requests;
    private final CodeHost codeHost;
    private final RandomSource random;
    private final InstantSource worldClock;

    public BeginGithubLink(
            UseCaseContext context,
            Agents agents,
            Suspensions suspensions,
            AgentLinks links,
            GithubLinkRequests requests,
            CodeHost codeHost,
            RandomSource random,
            InstantSource worldClock) {
        this.context = context;
        this.agents = agents;
        this.suspensions = suspensions;
        this.links = links;
        this.requests = requests;
        this.codeHost = codeHost;
        this.random = random;
        this.worldClock = worldClock;
    }

    /**
     * @param agent which is to be linked, or null for the operator itself
     */
    public record Command(Caller caller, @Nullable AgentId agent) {}

    /**
     * @return where to go; its state is a secret of whoever goes there
     */
    public URI handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        // A browser comes by GET, which the gate takes for reading.
        suspensions.mustNotStop(operator, command.caller().agent());
        String state = LinkSecret.from(random);
        return context.transactions()
                .run(() -> {
                    AgentId agent = command.agent();
                    Instant now = worldClock.instant();
                    GithubLinkRequest request =
                            agent == null
                                    ? GithubLinkRequest.of(state, operator, now)
                                    : GithubLinkRequest.of(state, linkable(agent, operator), now);
                    URI page = codeHost.consentPage(state);
                    requests.add(request);
                    return page;
                });
    }

    private Agent linkable(AgentId id, OperatorId operator) {
        Agent agent =
                Visible.orNotFound(
                        agents.find(id), found -> found.operator().equals(operator), "agent");
        if (links.find(id).isEmpty()) {
            throw new RefusedException(new AgentHasNoWallet(id));
        }
        if (agent.status() instanceof Deactivated) {
            throw new RefusedException(new AgentNotChangeable(id, agent.status()));
        }
        return agent;
    }
}
