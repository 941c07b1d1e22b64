package io.guildhall.domain.shared;

import java.time.Instant;
import java.util.UUID;

/** The events that were committed, to be read again. */
public interface EventLog {

    /**
     * An event as every channel tells it.
     *
     * @param id the same on every channel
     */
    record Recorded(UUID id, DomainEvent event, Instant at) {}

    /** All that happened in one life, newest first. */
    Page<Recorded> ofStory(Subject story, PageRequest page);
}
