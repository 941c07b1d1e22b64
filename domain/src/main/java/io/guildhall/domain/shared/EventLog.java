package io.guildhall.domain.shared;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that were committed, to be read again. */
public interface EventLog {

    /**
     * An event as every channel tells it.
     *
     * @param id the same on every channel
     * @param traceparent of the request that caused it, by W3C Trace Context; null when nobody
     *     traced it
     */
    record Recorded(UUID id, DomainEvent event, Instant at, @Nullable String traceparent) {

        public Recorded(UUID id, DomainEvent event, Instant at) {
            this(id, event, at, null);
        }
    }

    /** All that happened in one life, newest first. */
    Page<Recorded> ofStory(Subject story, PageRequest page);
}
