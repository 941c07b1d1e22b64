package io.guildhall.application.party;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.AgentStatus.Active;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.AgentStatus.PendingGithub;
import io.guildhall.domain.party.AgentStatus.Suspended;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import java.util.List;
import java.util.Optional;

/** What callers may read about themselves and their agents. */
public final class ViewParties {

    private final Operators operators;
    private final Agents agents;
    private final Wallets wallets;
    private final AgentLinks links;
    private final OperatorAccounts accounts;

    public ViewParties(
            Operators operators,
            Agents agents,
            Wallets wallets,
            AgentLinks links,
            OperatorAccounts accounts) {
        this.operators = operators;
        this.agents = agents;
        this.wallets = wallets;
        this.links = links;
        this.accounts = accounts;
    }

    /** An agent that has a wallet. */
    public record WalletAgent(Agent agent, WalletAddress wallet, AgentLink link) {}

    /** As {@link #agent}; one without a wallet is not found here. */
    public WalletAgent walletAgent(Caller caller, AgentId id) {
        return withWallet(agent(caller, id))
                .orElseThrow(() -> new RefusedException(new NotFound("agent")));
    }

    /** Empty for an agent that has no wallet. */
    public Optional<WalletAgent> withWallet(Agent agent) {
        return wallets.ofAgent(agent.id())
                .flatMap(wallet ->
                        links.find(agent.id()).map(link -> new WalletAgent(agent, wallet, link)));
    }

    public Operator operatorOf(Caller caller) {
        return operators
                .find(caller.operator())
                .orElseThrow(() -> new RefusedException(new NotFound("operator")));
    }

    /** By which GitHub knows the operator; no secret, as whoever posts is known there. */
    public Optional<GithubAccount> githubOf(OperatorId operator) {
        return accounts.ofOperator(operator);
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
            case PendingGithub _ -> List.of("edit", "deactivate");
            case Active _ -> List.of("edit", "suspend", "rotate_key", "deactivate");
            case Suspended _ -> List.of("edit", "resume", "deactivate");
            case Deactivated _ -> List.of();
        };
    }
}
