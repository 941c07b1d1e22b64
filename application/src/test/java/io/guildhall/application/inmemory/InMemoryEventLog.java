package io.guildhall.application.inmemory;

import io.guildhall.domain.shared.EventLog;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;

/** Reads the outbox in memory again. */
public final class InMemoryEventLog implements EventLog {

    private final InMemoryOutbox outbox;

    public InMemoryEventLog(InMemoryOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Page<Recorded> ofStory(Subject story, PageRequest page) {
        return outbox.newestFirst(event -> event.story().equals(story), page)
                .map(InMemoryOutbox.Kept::recorded);
    }
}
