package io.guildhall.application.inmemory;

import io.guildhall.application.access.TraceContext;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Events in memory, in the order of their publishing. */
public final class InMemoryOutbox implements Outbox {

    /** An event as it would be sent. */
    public record Kept(UUID id, DomainEvent event, Instant at, @Nullable String traceparent) {

        Recorded recorded() {
            return new Recorded(id, event, at, traceparent);
        }
    }

    private final Rows<UUID, Kept> rows;
    private final IdGenerator ids;
    private final TraceContext traceContext;

    public InMemoryOutbox(
            InMemoryTransactions transactions, IdGenerator ids, TraceContext traceContext) {
        this.rows = new Rows<>(transactions);
        this.ids = ids;
        this.traceContext = traceContext;
    }

    @Override
    public void publish(List<? extends DomainEvent> events, Instant at) {
        for (DomainEvent event : events) {
            UUID id = ids.next();
            rows.add(id, new Kept(id, event, at, traceContext.current()));
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
