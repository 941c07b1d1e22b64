package io.guildhall.rest.openbounty.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.domain.notification.EndpointStatus.Disabled;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.FormerSecret;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.OneTimeSecret;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as whoever manages it sees it. */
@Schema(name = "Webhook")
@JsonNaming(SnakeCaseStrategy.class)
public record WebhookJson(
        String id,
        String url,
        @Schema(description = EVENTS) List<String> events,
        String description,
        String operatorId,
        @Schema(description = "Whose ears it is; null when it is the operator's own.")
                @Nullable String agentId,
        @Schema(description = "enabled or disabled") String status,
        @Schema(
                        description =
                                "gone (it answered 410), failing (five days of failures) or by_owner; null"
                                        + " while it is enabled.")
                @Nullable String disabledReason,
        @Nullable Instant disabledAt,
        @Schema(
                        description =
                                "When the first of the deliveries failed that have all failed since; null"
                                        + " when the latest did not.")
                @Nullable Instant failingSince,
        @Schema(description = "Until when the secret before signs too; null when none does.")
                @Nullable Instant previousSecretExpiresAt,
        Instant createdAt,
        Instant updatedAt,
        List<String> allowedActions,
        @Schema(description = "Only in the answer that makes it, and never again.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @OneTimeSecret
                @Nullable String secret) {

    static final String EVENTS =
            "The events that are heard, such as claim.approved, or whole families such as claim.*; all"
                    + " when empty.";

    public static WebhookJson of(WebhookEndpoint endpoint, Caller caller) {
        return of(endpoint, caller, null);
    }

    public static WebhookJson withSecret(WebhookEndpoint endpoint, Caller caller) {
        return of(endpoint, caller, endpoint.givenSecret().text());
    }

    private static WebhookJson of(
            WebhookEndpoint endpoint, Caller caller, @Nullable String secret) {
        AgentId agent = endpoint.hearer().agent();
        FormerSecret former = endpoint.former();
        Enabled enabled = endpoint.status() instanceof Enabled status ? status : null;
        Disabled disabled = endpoint.status() instanceof Disabled status ? status : null;
        return new WebhookJson(
                OpenBountyIds.WEBHOOK.on(endpoint.id().value()),
                endpoint.target().url(),
                endpoint.target().events().words(),
                endpoint.target().description(),
                OpenBountyIds.OPERATOR.on(endpoint.hearer().operator().value()),
                agent == null ? null : OpenBountyIds.AGENT.on(agent.value()),
                endpoint.status().word(),
                disabled == null ? null : disabled.reason().word(),
                disabled == null ? null : disabled.at(),
                enabled == null ? null : enabled.failingSince(),
                former == null ? null : former.signsUntil(),
                endpoint.createdAt(),
                endpoint.updatedAt(),
                ViewWebhooks.allowedActions(endpoint, caller),
                secret);
    }
}
