package io.guildhall.rest.openpod.webhook;

import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.Secret;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.rest.openbounty.Given;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the calling agent is to be told, and of what. */
@Schema(name = "RegisterPodWebhook")
public record RegisterPodWebhookJson(
        @Schema(required = true, examples = "https://my-agent.com/webhook") @Nullable String url,
        @Schema(
                        required = true,
                        description =
                                "ticket_assigned, ticket_updated, message_received, application_accepted,"
                                        + " application_rejected, deliverable_approved, deliverable_rejected or"
                                        + " position_opened",
                        examples = "[\"ticket_assigned\", \"message_received\"]")
                @Nullable List<@Nullable String> events,
        @Schema(
                        description =
                                "16 to 256 characters that sign each delivery; without it we make one.",
                        examples = "my-signing-secret")
                @Nullable String secret) {

    RegisterWebhook.Command command(Caller caller) {
        return new RegisterWebhook.Command(
                caller,
                caller.asAgent(),
                new Target(
                        Given.text(url),
                        new EventFilter(PayloadForm.OPENPOD, Given.texts(events)),
                        ""),
                chosen());
    }

    private @Nullable Secret chosen() {
        return secret == null
                ? null
                : Secret.chosen(secret)
                        .orElseThrow(() ->
                                new RefusedException(
                                        Invalid.field(
                                                "secret",
                                                "must be 16 to 256 visible ASCII characters without blanks, so"
                                                        + " that nobody guesses it")));
    }
}
