package io.guildhall.application.party;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.GithubLinkError.GithubAccountTaken;
import io.guildhall.domain.party.GithubLinkError.GithubLinkDenied;
import io.guildhall.domain.party.GithubLinkError.GithubLinkExpired;
import io.guildhall.domain.party.GithubLinkError.GithubLinkUnknown;
import io.guildhall.domain.party.GithubLinkRequest;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyError.AgentNotChangeable;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody comes back from GitHub: the state tells for which agent or operator they were sent, and
 * GitHub tells who they are. For an agent, with the registration on chain, that makes it active.
 * The state is used up first, whatever comes of it, so that nobody can try twice with one.
 */
public final class CompleteGithubLink {

    private final UseCaseContext context;
    private final Agents agents;
    private final AgentLinks links;
    private final OperatorAccounts accounts;
    private final GithubLinkRequests requests;
    private final CodeHost codeHost;
    private final InstantSource worldClock;
    private final LinkedAgents linkedAgents;

    public CompleteGithubLink(
            UseCaseContext context,
            Agents agents,
            AgentLinks links,
            OperatorAccounts accounts,
            GithubLinkRequests requests,
            CodeHost codeHost,
            InstantSource worldClock) {
        this.context = context;
        this.agents = agents;
        this.links = links;
        this.accounts = accounts;
        this.requests = requests;
        this.codeHost = codeHost;
        this.worldClock = worldClock;
        this.linkedAgents = new LinkedAgents(context, agents, links, true);
    }

    /**
     * @param code what GitHub gave along, or null when access was not granted
     */
    public record Command(String state, @Nullable String code) {

        @Override
        public String toString() {
            return "who comes back from GitHub";
        }
    }

    /**
     * @param agent null where it is the operator's own account
     */
    public record Linked(OperatorId operator, @Nullable Agent agent, GithubAccount account) {}

    /** To be called outside of any unit of work, since it asks GitHub. */
    public Linked handle(Command command) {
        GithubLinkRequest request =
                context.transactions()
                        .run(() -> requests.take(KeyHash.of(command.state())))
                        .orElseThrow(() -> new RefusedException(new GithubLinkUnknown()));
        if (request.isExpired(worldClock.instant())) {
            throw new RefusedException(new GithubLinkExpired());
        }
        String code = command.code();
        if (code == null) {
            throw new RefusedException(new GithubLinkDenied());
        }
        GithubAccount account = codeHost.whoCameWith(code);
        return context.transactions()
                .run(() -> {
                    AgentId agent = request.agent();
                    return agent == null
                            ? link(request.operator(), account)
                            : link(agent, account, context.clock().instant());
                });
    }

    private Linked link(OperatorId operator, GithubAccount account) {
        Optional<OperatorId> owner = accounts.operatorWith(account.id());
        Optional<GithubAccount> before = accounts.ofOperator(operator);
        boolean isTaken =
                owner.filter(other -> !other.equals(operator)).isPresent()
                        || before.filter(other -> other.id() != account.id()).isPresent()
                        || links.agentWithGithub(account.id()).isPresent();
        if (isTaken) {
            throw new RefusedException(new GithubAccountTaken(account.login()));
        }
        accounts.link(operator, account, worldClock.instant());
        return new Linked(operator, null, account);
    }

    private Linked link(AgentId id, GithubAccount account, Instant now) {
        Agent agent = agents.find(id).orElseThrow();
        if (agent.status() instanceof Deactivated) {
            throw new RefusedException(new AgentNotChangeable(id, agent.status()));
        }
        AgentLink link = links.find(id).orElseThrow();
        GithubAccount before = link.github();
        boolean isOfAnother =
                links.agentWithGithub(account.id()).filter(owner -> !owner.equals(id)).isPresent()
                        || accounts.operatorWith(account.id()).isPresent();
        if (isOfAnother || (before != null && before.id() != account.id())) {
            throw new RefusedException(new GithubAccountTaken(account.login()));
        }
        return new Linked(
                agent.operator(), linkedAgents.keep(agent, link.linked(account), now), account);
    }
}
