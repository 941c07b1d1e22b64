package io.guildhall.application.inmemory;

import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Events in memory, in the order of their publishing. */
public final class InMemoryOutbox implements Outbox {

    /** An event as it would be sent. */
    public record Kept(UUID id, DomainEvent event, Instant at) {}

    private final Rows<UUID, Kept> rows;
    private final IdGenerator ids;

    public InMemoryOutbox(InMemoryTransactions transactions, IdGenerator ids) {
        this.rows = new Rows<>(transactions);
        this.ids = ids;
    }

    @Override
    public void publish(List<? extends DomainEvent> events, Instant at) {
        for (DomainEvent event : events) {
            UUID id = ids.next();
            rows.add(id, new Kept(id, event, at));
        }
    }

    Page<Kept> newestFirst(Predicate<DomainEvent> condition, PageRequest page) {
        return rows.newestFirst(kept -> condition.test(kept.event()), Kept::id, page);
    }

    public List<Kept> kept() {
        return rows.where(_ -> true);
    }

    public List<DomainEvent> events() {
        return kept().stream().map(Kept::event).toList();
    }
}
