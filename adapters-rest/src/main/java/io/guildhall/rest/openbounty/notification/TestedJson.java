package io.guildhall.rest.openbounty.notification;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.wire.id.OpenBountyIds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The event that is on its way to a webhook by the way that all events go. */
@Schema(name = "TestedWebhook")
@JsonNaming(SnakeCaseStrategy.class)
public record TestedJson(String event, String webhookId, String url) {

    static TestedJson of(WebhookEndpoint endpoint) {
        return new TestedJson(
                "webhook.test",
                OpenBountyIds.WEBHOOK.on(endpoint.id().value()),
                endpoint.target().url());
    }
}
