package io.guildhall.application.inmemory;

import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyError.WalletTaken;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Optional;

/** Who has which wallet, in memory. */
public final class InMemoryWallets implements Wallets {

    private final Rows<OperatorId, WalletAddress> ofOperators;
    private final Rows<WalletAddress, OperatorId> operators;
    private final Rows<OperatorId, WalletAddress> proved;
    private final Rows<AgentId, WalletAddress> ofAgents;
    private final Rows<WalletAddress, AgentId> agents;

    public InMemoryWallets(InMemoryTransactions transactions) {
        this.ofOperators = new Rows<>(transactions);
        this.operators = new Rows<>(transactions);
        this.proved = new Rows<>(transactions);
        this.ofAgents = new Rows<>(transactions);
        this.agents = new Rows<>(transactions);
    }

    @Override
    public Optional<WalletAddress> ofOperator(OperatorId operator) {
        return ofOperators.find(operator);
    }

    @Override
    public Optional<WalletAddress> provedOf(OperatorId operator) {
        return proved.find(operator);
    }

    @Override
    public Optional<OperatorId> operatorWith(WalletAddress wallet) {
        return operators.find(wallet);
    }

    @Override
    public Optional<WalletAddress> ofAgent(AgentId agent) {
        return ofAgents.find(agent);
    }

    @Override
    public Optional<AgentId> agentWith(WalletAddress wallet) {
        return agents.find(wallet);
    }

    @Override
    public void name(OperatorId operator, WalletAddress wallet, Instant now) {
        bind(ofOperators, operators, operator, wallet);
    }

    @Override
    public void bind(OperatorId operator, WalletAddress wallet, Instant now) {
        if (proved.find(operator).isEmpty()) {
            forgetNamed(operator);
            operators.find(wallet).ifPresent(this::forgetNamed);
        }
        bind(ofOperators, operators, operator, wallet);
        proved.put(operator, wallet);
    }

    private void forgetNamed(OperatorId operator) {
        Optional<WalletAddress> named = ofOperators.find(operator);
        if (named.isPresent() && proved.find(operator).isEmpty()) {
            ofOperators.remove(operator);
            operators.remove(named.get());
        }
    }

    @Override
    public void bind(AgentId agent, WalletAddress wallet, Instant now) {
        bind(ofAgents, agents, agent, wallet);
    }

    private static <P> void bind(
            Rows<P, WalletAddress> wallets,
            Rows<WalletAddress, P> parties,
            P party,
            WalletAddress wallet) {
        Optional<WalletAddress> bound = wallets.find(party);
        if (bound.equals(Optional.of(wallet))) {
            return;
        }
        if (bound.isPresent() || parties.find(wallet).isPresent()) {
            throw new RefusedException(new WalletTaken(wallet));
        }
        wallets.add(party, wallet);
        parties.add(wallet, party);
    }
}
