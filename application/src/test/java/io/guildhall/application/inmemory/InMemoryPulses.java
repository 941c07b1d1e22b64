package io.guildhall.application.inmemory;

import io.guildhall.application.access.Pulses;
import io.guildhall.domain.party.AgentId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;

/** Pulses in memory. */
public final class InMemoryPulses implements Pulses {

    private final Rows<AgentId, Pulse> rows;

    public InMemoryPulses(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Pulse> of(AgentId agent) {
        return rows.find(agent);
    }

    @Override
    public void beat(Collection<AgentId> agents, Instant at) {
        for (AgentId agent : new HashSet<>(agents)) {
            Pulse before = rows.find(agent).orElse(Pulse.NONE);
            rows.put(
                    agent,
                    new Pulse(before.beats() + 1, at.isAfter(before.at()) ? at : before.at()));
        }
    }
}
