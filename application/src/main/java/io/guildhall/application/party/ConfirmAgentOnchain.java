package io.guildhall.application.party;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.AgentRegistrations;
import io.guildhall.domain.party.AgentRegistrations.Finding.NoRegistration;
import io.guildhall.domain.party.AgentRegistrations.Finding.Registered;
import io.guildhall.domain.party.AgentRegistrations.Finding.Unknown;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyError.AgentHasNoWallet;
import io.guildhall.domain.party.PartyError.RegistrationNotProved;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes sure that an agent's wallet has entered itself in the registry on chain, as an agent of its
 * operator's wallet. That done, and with GitHub linked where that is asked for, the agent is
 * active. Once confirmed, asking again changes nothing.
 */
public final class ConfirmAgentOnchain {

    private final UseCaseContext context;
    private final Agents agents;
    private final Wallets wallets;
    private final AgentLinks links;
    private final AgentRegistrations registrations;
    private final LinkedAgents linkedAgents;

    /**
     * @param githubNeeded whether an agent also needs an identity at GitHub to be active
     */
    public ConfirmAgentOnchain(
            UseCaseContext context,
            Agents agents,
            Wallets wallets,
            AgentLinks links,
            AgentRegistrations registrations,
            boolean githubNeeded) {
        this.context = context;
        this.agents = agents;
        this.wallets = wallets;
        this.links = links;
        this.registrations = registrations;
        this.linkedAgents = new LinkedAgents(context, agents, links, githubNeeded);
    }

    public record Command(Caller caller, AgentId agent, TxHash transaction) {}

    /** To be called outside of any unit of work, since it asks the chain. */
    public Agent handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        Agent agent = find(command.agent(), operator);
        AgentLink link = linkOf(agent.id());
        if (link.registration() != null) {
            return agent;
        }
        Registered found = registration(command.transaction(), agent);
        return context.transactions()
                .run(() -> keep(command, operator, found.at(), context.clock().instant()));
    }

    private Agent keep(Command command, OperatorId operator, Instant at, Instant now) {
        Agent agent = find(command.agent(), operator);
        AgentLink link = linkOf(agent.id());
        if (link.registration() != null) {
            return agent;
        }
        return linkedAgents.keep(agent, link.registered(command.transaction(), at), now);
    }

    private Registered registration(TxHash transaction, Agent agent) {
        WalletAddress wallet = walletOf(agent.id());
        Optional<WalletAddress> ofOperator = wallets.ofOperator(agent.operator());
        return switch (registrations.registeredBy(transaction)) {
            case Unknown _ ->
                    throw notProved(
                            transaction,
                            "it is not known, or not in a block yet; send it again once it is mined");
            case NoRegistration _ ->
                    throw notProved(
                            transaction, "it reverted, or did not call the registry's register");
            case Registered found when !found.agent().equals(wallet) ->
                    throw notProved(
                            transaction,
                            "it registers %s, and the agent's wallet is %s"
                                    .formatted(found.agent(), wallet));
            case Registered found when !ofOperator.equals(Optional.of(found.operator())) ->
                    throw notProved(
                            transaction,
                            "it names %s as operator, and yours is %s"
                                    .formatted(
                                            found.operator(),
                                            ofOperator.map(WalletAddress::hex).orElse("none")));
            case Registered found -> found;
        };
    }

    private static RefusedException notProved(TxHash transaction, String reason) {
        return new RefusedException(new RegistrationNotProved(transaction, reason));
    }

    private Agent find(AgentId id, OperatorId operator) {
        return Visible.orNotFound(
                agents.find(id), found -> found.operator().equals(operator), "agent");
    }

    private AgentLink linkOf(AgentId agent) {
        return links.find(agent)
                .orElseThrow(() -> new RefusedException(new AgentHasNoWallet(agent)));
    }

    private WalletAddress walletOf(AgentId agent) {
        return wallets.ofAgent(agent)
                .orElseThrow(() -> new RefusedException(new AgentHasNoWallet(agent)));
    }
}
