package io.guildhall.persistence.outbox;

import io.guildhall.application.access.TraceContext;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Subject;
import io.guildhall.persistence.shared.Json;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import io.guildhall.persistence.stream.PostgresStreamBell;
import io.guildhall.wire.event.EventJson;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events in PostgreSQL, all of one publication by one statement. */
@Singleton
public final class PostgresOutbox implements Outbox {

    private static final String INSERT =
            "WITH kept AS (INSERT INTO outbox (event_id, kind, subject_kind, subject_id, story_kind,"
                    + " story_id, payload, occurred_at, traceparent)";

    /** What waits for its place in the stream is known without a look at all there is. */
    private static final String AND_LET_THEM_WAIT =
            " RETURNING position) INSERT INTO outbox_waiting SELECT position FROM kept";

    private final Sql sql;
    private final IdGenerator ids;
    private final PostgresStreamBell bell;
    private final TraceContext traceContext;

    PostgresOutbox(Sql sql, IdGenerator ids, PostgresStreamBell bell, TraceContext traceContext) {
        this.sql = sql;
        this.ids = ids;
        this.bell = bell;
        this.traceContext = traceContext;
    }

    @Override
    public void publish(List<? extends DomainEvent> events, Instant at) {
        sql.insert(
                INSERT,
                events.stream().map(event -> values(event, at)).toList(),
                AND_LET_THEM_WAIT);
        if (!events.isEmpty()) {
            bell.ringCommitted();
        }
    }

    private List<@Nullable Object> values(DomainEvent event, Instant at) {
        EventJson.Encoded encoded = EventJson.encode(event);
        Subject subject = event.subject();
        Subject story = event.story();
        return Arrays.asList(
                ids.next(),
                encoded.kind(),
                Words.of(subject.kind()),
                subject.id(),
                Words.of(story.kind()),
                story.id(),
                new Json(encoded.json()),
                at,
                traceContext.current());
    }
}
