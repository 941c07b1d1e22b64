package io.guildhall.bootstrap.mergebounty;

import io.guildhall.application.inmemory.ScriptedAgentRegistrations;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.AgentRegistrations;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;

/** A registry in which tests write, for those that are not about the chain. */
@Alternative
@Singleton
public class RegistryForTests implements AgentRegistrations {

    private final ScriptedAgentRegistrations registry = new ScriptedAgentRegistrations();

    TxHash registered(WalletAddress agent, WalletAddress operator) {
        return registry.registered(agent, operator, Instant.EPOCH);
    }

    @Override
    public Finding registeredBy(TxHash transaction) {
        return registry.registeredBy(transaction);
    }

    @Override
    public boolean isActive(WalletAddress agent) {
        return registry.isActive(agent);
    }
}
