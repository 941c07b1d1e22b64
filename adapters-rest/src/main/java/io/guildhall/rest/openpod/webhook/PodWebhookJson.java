package io.guildhall.rest.openpod.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.rest.gate.OneTimeSecret;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook of the calling agent. */
@Schema(name = "PodWebhook")
@JsonNaming(SnakeCaseStrategy.class)
public record PodWebhookJson(
        String id,
        String url,
        List<String> events,
        @Schema(description = "false once it answered 410, or took nothing for five days.")
                boolean isActive,
        @Schema(
                        description =
                                "Only in the answer that makes it, and only if you gave none: what signs its"
                                        + " deliveries.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @OneTimeSecret
                @Nullable String secret) {

    static PodWebhookJson of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    static PodWebhookJson of(WebhookEndpoint endpoint, @Nullable String secret) {
        return new PodWebhookJson(
                endpoint.id().toString(),
                endpoint.target().url(),
                endpoint.target().events().words(),
                endpoint.isEnabled(),
                secret);
    }
}
