package io.guildhall.domain.shared;

import java.time.Instant;
import java.util.List;

/**
 * Keeps events in the unit of work of the state change that caused them; each gets an id that it
 * has on every channel.
 */
public interface Outbox {

    void publish(List<? extends DomainEvent> events, Instant at);
}
