package io.guildhall.persistence.notification;

import io.guildhall.domain.notification.Deliveries.Parcel;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.DeliveryStatus;
import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.HeardEvent;
import io.guildhall.persistence.outbox.RecordedRow;
import io.guildhall.persistence.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A delivery, read from its row, and with its event from the outbox's. */
final class DeliveryRow {

    private DeliveryRow() {}

    static Parcel readWithEvent(Row row) throws SQLException {
        return new Parcel(read(row), RecordedRow.read(row));
    }

    static Delivery read(Row row) throws SQLException {
        return new Delivery(
                new DeliveryId(row.uuid("id")),
                new EndpointId(row.uuid("endpoint_id")),
                new HeardEvent(
                        row.uuid("event_id"),
                        row.text("word"),
                        row.number("place"),
                        row.uuid("subject_id")),
                status(row),
                row.integer("taken"),
                row.integer("lost"),
                AttemptsJson.read(row.text("attempts")),
                row.instant("planned_at"),
                row.integer("round"));
    }

    /** When it ended; null while it has not. */
    static @Nullable String statusAt(DeliveryStatus status) {
        return switch (status) {
            case Pending _, Sending _ -> null;
            case Delivered(var at) -> text(at);
            case Dead(var _, var at) -> text(at);
        };
    }

    static @Nullable String reason(DeliveryStatus status) {
        return switch (status) {
            case Dead(var reason, var _) -> reason;
            case Pending _, Sending _, Delivered _ -> null;
        };
    }

    /** As an element of an array, cut to what a column keeps. */
    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static DeliveryStatus status(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "pending" -> new Pending(row.instant("due_at"));
            case "sending" -> new Sending(row.instant("taken_at"), row.instant("lease_until"));
            case "delivered" -> new Delivered(row.instant("status_at"));
            case "dead" -> new Dead(row.text("reason"), row.instant("status_at"));
            default -> throw new IllegalStateException("No delivery is " + word);
        };
    }
}
