package io.guildhall.application.party;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.GithubLinkError.GithubAccountTaken;
import io.guildhall.domain.party.GithubLinkError.GithubLinkExpired;
import io.guildhall.domain.party.GithubLinkError.GithubLinkUnknown;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyError.AgentNotChangeable;
import io.guildhall.domain.party.UnconfirmedGithubLink;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever began it confirms, by the code that was shown to the account's owner, that this is the
 * account to be linked. For an agent, with the registration on chain, that makes it active. A code
 * is good once, and for who began it alone: others learn nothing by it, and take nothing from it.
 */
public final class ConfirmGithubLink {

    private final UseCaseContext context;
    private final Agents agents;
    private final AgentLinks links;
    private final OperatorAccounts accounts;
    private final GithubLinkRequests requests;
    private final InstantSource worldClock;
    private final LinkedAgents linkedAgents;

    public ConfirmGithubLink(
            UseCaseContext context,
            Agents agents,
            AgentLinks links,
            OperatorAccounts accounts,
            GithubLinkRequests requests,
            InstantSource worldClock) {
        this.context = context;
        this.agents = agents;
        this.links = links;
        this.accounts = accounts;
        this.requests = requests;
        this.worldClock = worldClock;
        this.linkedAgents = new LinkedAgents(context, agents, links, true);
    }

    /**
     * @param agent which is to be linked, or null for the operator itself
     */
    public record Command(Caller caller, @Nullable AgentId agent, String code) {

        @Override
        public String toString() {
            return caller + " confirms an account at GitHub";
        }
    }

    /**
     * @param agent null where it is the operator's own account
     */
    public record Linked(OperatorId operator, @Nullable Agent agent, GithubAccount account) {}

    public Linked handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        return context.transactions()
                .run(() -> {
                    AgentId id = command.agent();
                    Agent agent = id == null ? null : ownAgent(id, operator);
                    UnconfirmedGithubLink link = taken(operator, command);
                    return agent == null
                            ? link(operator, link.account())
                            : link(agent, link.account(), context.clock().instant());
                });
    }

    private Agent ownAgent(AgentId id, OperatorId operator) {
        return Visible.orNotFound(
                agents.find(id), found -> found.operator().equals(operator), "agent");
    }

    private UnconfirmedGithubLink taken(OperatorId operator, Command command) {
        UnconfirmedGithubLink link =
                requests.takeUnconfirmed(KeyHash.of(command.code()))
                        .filter(found -> found.wasBegunBy(operator, command.agent()))
                        .orElseThrow(() -> new RefusedException(new GithubLinkUnknown()));
        if (link.isExpired(worldClock.instant())) {
            throw new RefusedException(new GithubLinkExpired());
        }
        return link;
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

    private Linked link(Agent agent, GithubAccount account, Instant now) {
        AgentId id = agent.id();
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
