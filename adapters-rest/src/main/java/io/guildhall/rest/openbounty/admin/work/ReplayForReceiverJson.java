package io.guildhall.rest.openbounty.admin.work;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.notification.ReplayForReceiver;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.SmallLetters;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an endpoint of somebody's is sent once more. */
@Schema(name = "ReplayForReceiver")
@JsonNaming(SnakeCaseStrategy.class)
public record ReplayForReceiverJson(
        @Schema(
                        format = "date-time",
                        description =
                                "What was first to be delivered then or later; unless delivery_id"
                                        + " is sent.")
                @Nullable String since,
        @Schema(description = "This delivery alone; unless since is sent.")
                @Nullable String deliveryId,
        @Schema(
                        description =
                                "With since. dead: what was given up; all: what was delivered,"
                                        + " too.",
                        defaultValue = "dead")
                @Nullable String status,
        @Schema(required = true) @Nullable String reason) {

    ReplayForReceiver.Command command(Mandate mandate, EndpointId webhook) {
        Invalid.Check check = new Invalid.Check();
        Instant from = Given.time("since", since, check);
        UUID delivery = Given.id("deliveryId", deliveryId, OpenBountyIds.DELIVERY, check);
        String word = status == null ? "dead" : SmallLetters.of(status);
        check.require(word.equals("dead") || word.equals("all"), "status", "must be dead or all");
        check.orThrow();
        return new ReplayForReceiver.Command(
                mandate,
                webhook,
                from,
                delivery == null ? null : new DeliveryId(delivery),
                word.equals("dead"));
    }
}
