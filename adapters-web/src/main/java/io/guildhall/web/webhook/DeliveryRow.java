package io.guildhall.web.webhook;

import io.guildhall.domain.notification.Attempt;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryStatus;
import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Moment;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to a webhook.
 *
 * @param answer what came of the last attempt; null before the first
 * @param next when it is tried again; null when it is not
 */
public record DeliveryRow(
        String id,
        String event,
        String eventId,
        boolean isReplay,
        Chip status,
        List<Try> attempts,
        @Nullable String answer,
        @Nullable Moment next,
        Moment planned,
        boolean isUnderWay) {

    /** So soon something is worth waiting for in front of the page. */
    private static final Duration SOON = Duration.ofSeconds(30);

    /** One try. */
    public record Try(
            int number,
            Moment at,
            String took,
            String answer,
            boolean isTaken,
            String bodyStart,
            @Nullable Moment next) {

        static Try of(Attempt attempt, Instant now) {
            return new Try(
                    attempt.number(),
                    Moment.of(attempt.at(), now),
                    attempt.took().toMillis() + " ms",
                    answer(attempt),
                    attempt.error() == null,
                    attempt.bodyStart(),
                    Moment.ofNullable(attempt.nextAttemptAt(), now));
        }

        private static String answer(Attempt attempt) {
            Integer status = attempt.responseStatus();
            String error = attempt.error();
            String word = error == null ? "taken" : error.replace('_', ' ');
            return status == null ? word : "HTTP " + status;
        }
    }

    static DeliveryRow of(Delivery delivery, Instant now) {
        List<Try> tries =
                delivery.attempts().stream().map(attempt -> Try.of(attempt, now)).toList();
        return new DeliveryRow(
                OpenBountyIds.DELIVERY.on(delivery.id().value()),
                delivery.event().word(),
                OpenBountyIds.EVENT.on(delivery.event().id()),
                delivery.isReplay(),
                chip(delivery.status(), !tries.isEmpty()),
                tries,
                tries.isEmpty() ? null : tries.getLast().answer(),
                next(delivery.status(), now),
                Moment.of(delivery.plannedAt(), now),
                isUnderWay(delivery.status(), now));
    }

    private static Chip chip(DeliveryStatus status, boolean wasTried) {
        return switch (status) {
            case Pending _ -> wasTried ? Chip.warn("Tried again later") : Chip.busy("Pending");
            case Sending _ -> Chip.busy("Sending");
            case Delivered _ -> Chip.good("Delivered");
            case Dead _ -> Chip.bad("Given up");
        };
    }

    private static @Nullable Moment next(DeliveryStatus status, Instant now) {
        return switch (status) {
            case Pending(var dueAt) -> Moment.of(dueAt, now);
            case Sending _, Delivered _, Dead _ -> null;
        };
    }

    private static boolean isUnderWay(DeliveryStatus status, Instant now) {
        return switch (status) {
            case Pending(var dueAt) -> dueAt.isBefore(now.plus(SOON));
            case Sending _ -> true;
            case Delivered _, Dead _ -> false;
        };
    }
}
