package io.guildhall.application.access;

import io.guildhall.domain.party.AgentId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Tells each agent with one look whether anything is different of what waits for it. A pulse beats
 * in the unit of work of the change, so whoever saw a beat can see what it is about.
 */
public interface Pulses {

    /**
     * @param beats how often it has beaten
     * @param at when it did last
     */
    record Pulse(long beats, Instant at) {

        /** Of an agent that nothing has ever happened to. */
        public static final Pulse NONE = new Pulse(0, Instant.EPOCH);
    }

    /** Empty when nothing has ever happened to the agent. */
    Optional<Pulse> of(AgentId agent);

    /** Joins the caller's unit of work; until that ends, others who beat the same ones wait. */
    void beat(Collection<AgentId> agents, Instant at);
}
