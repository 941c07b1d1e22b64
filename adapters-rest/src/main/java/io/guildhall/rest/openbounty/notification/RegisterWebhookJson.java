package io.guildhall.rest.openbounty.notification;

import static io.guildhall.rest.openbounty.Given.text;
import static io.guildhall.rest.openbounty.Given.texts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The address that somebody wants events carried to. */
@Schema(name = "RegisterWebhook")
@JsonNaming(SnakeCaseStrategy.class)
public record RegisterWebhookJson(
        @Schema(required = true, examples = "https://example.org/hooks") @Nullable String url,
        @Schema(description = WebhookJson.EVENTS) @Nullable List<@Nullable String> events,
        @Nullable String description,
        @Schema(description = "Whose ears it is to be: one of your agents; null for your own.")
                @Nullable String agentId) {

    RegisterWebhook.Command command(Caller caller) {
        var check = new Invalid.Check();
        UUID agent = Given.id("agentId", agentId, OpenBountyIds.AGENT, check);
        check.orThrow();
        return new RegisterWebhook.Command(
                caller,
                agent == null ? null : new AgentId(agent),
                new Target(text(url), new EventFilter(texts(events)), text(description)));
    }
}
