package io.guildhall.rest.openbounty.notification;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.notification.WebhookEndpoint;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a secret is to be replaced. */
@Schema(name = "RotateWebhookSecret")
@JsonNaming(SnakeCaseStrategy.class)
public record RotateWebhookSecretJson(
        @Schema(
                        description =
                                "So many hours the secret before signs too, 0 to 168; 24 when not given.",
                        defaultValue = "24")
                @Nullable Integer overlapHours) {

    static final RotateWebhookSecretJson EMPTY = new RotateWebhookSecretJson(null);

    Duration overlap() {
        return overlapHours == null
                ? WebhookEndpoint.OVERLAP_DEFAULT
                : Duration.ofHours(overlapHours);
    }
}
