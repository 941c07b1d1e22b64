package io.guildhall.persistence.outbox;

import io.guildhall.domain.shared.EventLog;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Events read again from where the outbox keeps them. */
@Singleton
public final class PostgresEventLog implements EventLog {

    private static final String OF_STORY =
            """
            SELECT event_id, kind, payload, occurred_at, traceparent FROM outbox
            WHERE story_id = ? AND story_kind = ? AND event_id < ?
            ORDER BY event_id DESC LIMIT ?
            """;

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final Sql sql;

    PostgresEventLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Recorded> ofStory(Subject story, PageRequest page) {
        return Page.of(
                sql.list(
                        OF_STORY,
                        RecordedRow::read,
                        story.id(),
                        Words.of(story.kind()),
                        Optional.ofNullable(page.after()).orElse(BEHIND_ALL),
                        page.limit() + 1),
                page.limit());
    }
}
