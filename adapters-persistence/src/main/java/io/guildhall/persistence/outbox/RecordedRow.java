package io.guildhall.persistence.outbox;

import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.persistence.shared.Row;
import io.guildhall.wire.event.EventJson;
import java.sql.SQLException;

/** An event as the outbox keeps it, read again. */
public final class RecordedRow {

    private RecordedRow() {}

    public static Recorded read(Row row) throws SQLException {
        return new Recorded(
                row.uuid("event_id"),
                EventJson.decode(row.text("kind"), row.text("payload")),
                row.instant("occurred_at"),
                row.textOrNull("traceparent"));
    }
}
