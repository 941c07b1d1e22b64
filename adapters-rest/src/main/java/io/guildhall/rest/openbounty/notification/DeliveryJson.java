package io.guildhall.rest.openbounty.notification;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.domain.notification.Deliveries.Parcel;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryStatus;
import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event on its way to a webhook, with every attempt. */
@Schema(name = "Delivery")
@JsonNaming(SnakeCaseStrategy.class)
public record DeliveryJson(
        String id,
        String webhookId,
        @Schema(description = "Such as claim.approved.") String event,
        @Schema(description = "The same for every delivery of the event, and on every channel.")
                String eventId,
        @Schema(description = "pending, sending, delivered or dead") String status,
        @Schema(description = "What came of the last attempt of one that is dead.")
                @Nullable String reason,
        @Schema(description = "Whether it was sent again because somebody asked for it.")
                boolean replay,
        Instant plannedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        @Schema(description = "Oldest first.") List<AttemptJson> attempts,
        SentRequestJson request,
        List<String> allowedActions) {

    static DeliveryJson of(Parcel parcel, WebhookEndpoint endpoint, Caller caller) {
        Delivery delivery = parcel.delivery();
        return new DeliveryJson(
                OpenBountyIds.DELIVERY.on(delivery.id().value()),
                OpenBountyIds.WEBHOOK.on(delivery.endpoint().value()),
                delivery.event().word(),
                OpenBountyIds.EVENT.on(delivery.event().id()),
                delivery.status().word(),
                delivery.status() instanceof Dead(var reason, var _) ? reason : null,
                delivery.isReplay(),
                delivery.plannedAt(),
                delivery.status() instanceof Pending(var dueAt) ? dueAt : null,
                endedAt(delivery.status()),
                delivery.attempts().stream().map(AttemptJson::of).toList(),
                SentRequestJson.of(parcel, endpoint),
                ViewWebhooks.allowedActions(parcel, endpoint, caller));
    }

    private static @Nullable Instant endedAt(DeliveryStatus status) {
        return switch (status) {
            case Delivered(var at) -> at;
            case Dead(var _, var at) -> at;
            case Pending _, Sending _ -> null;
        };
    }
}
