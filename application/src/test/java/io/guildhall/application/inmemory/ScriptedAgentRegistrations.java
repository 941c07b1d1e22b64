package io.guildhall.application.inmemory;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.AgentRegistrations;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A registry in which a test writes. */
public final class ScriptedAgentRegistrations implements AgentRegistrations {

    private final Map<TxHash, Finding> findings = new ConcurrentHashMap<>();

    /** From now on the transaction is in a block. */
    public void mined(TxHash transaction, Finding finding) {
        findings.put(transaction, finding);
    }

    public TxHash registered(WalletAddress agent, WalletAddress operator, Instant at) {
        TxHash transaction = new TxHash("0x" + agent.hex().substring(2) + "0".repeat(24));
        mined(transaction, new Finding.Registered(agent, operator, at));
        return transaction;
    }

    @Override
    public Finding registeredBy(TxHash transaction) {
        return findings.getOrDefault(transaction, new Finding.Unknown());
    }

    @Override
    public boolean isActive(WalletAddress agent) {
        return findings.values().stream()
                .anyMatch(finding ->
                        finding instanceof Finding.Registered registered
                                && registered.agent().equals(agent));
    }
}
