package io.guildhall.rest.openbounty.notification;

import static io.guildhall.rest.openbounty.Given.texts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.notification.EditWebhook;
import io.guildhall.application.notification.EditWebhook.Wish;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.SmallLetters;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change about a webhook; what is not there, or null, stays. */
@Schema(name = "EditWebhook")
@JsonNaming(SnakeCaseStrategy.class)
public record EditWebhookJson(
        @Nullable String url,
        @Schema(description = WebhookJson.EVENTS) @Nullable List<@Nullable String> events,
        @Nullable String description,
        @Schema(description = "enabled or disabled") @Nullable String status) {

    EditWebhook.Command command(Caller caller, EndpointId webhook) {
        return new EditWebhook.Command(
                caller,
                webhook,
                url,
                events == null ? null : texts(events),
                description,
                wish(status));
    }

    private static @Nullable Wish wish(@Nullable String status) {
        return switch (status == null ? null : SmallLetters.of(status)) {
            case null -> null;
            case "enabled" -> Wish.ENABLED;
            case "disabled" -> Wish.DISABLED;
            default ->
                    throw new RefusedException(
                            Invalid.field("status", "must be enabled or disabled"));
        };
    }
}
