package io.guildhall.rest.openbounty.admin.story;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.notification.Attempt;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event on its way to somebody's webhook; what its receiver said is between them. */
@Schema(name = "StoryDelivery")
@JsonNaming(SnakeCaseStrategy.class)
public record StoryDeliveryJson(
        String id,
        String webhookId,
        String eventId,
        String event,
        @Schema(description = "pending, sending, delivered or dead") String status,
        int attempts,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Instant dueAt,
        Instant plannedAt) {

    static StoryDeliveryJson of(Delivery delivery) {
        Attempt last = delivery.attempts().isEmpty() ? null : delivery.attempts().getLast();
        return new StoryDeliveryJson(
                OpenBountyIds.DELIVERY.on(delivery.id().value()),
                OpenBountyIds.WEBHOOK.on(delivery.endpoint().value()),
                OpenBountyIds.EVENT.on(delivery.event().id()),
                delivery.event().word(),
                delivery.status().word(),
                delivery.attempts().size(),
                last == null ? null : last.responseStatus(),
                last == null ? null : last.error(),
                delivery.dueAt(),
                delivery.plannedAt());
    }
}
