package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.WEBHOOK;

import io.guildhall.domain.notification.WebhookEvent;
import io.guildhall.domain.notification.WebhookEvent.WebhookDisabled;
import io.guildhall.domain.notification.WebhookEvent.WebhookEdited;
import io.guildhall.domain.notification.WebhookEvent.WebhookEnabled;
import io.guildhall.domain.notification.WebhookEvent.WebhookRegistered;
import io.guildhall.domain.notification.WebhookEvent.WebhookRemoved;
import io.guildhall.domain.notification.WebhookEvent.WebhookSecretRotated;
import io.guildhall.domain.notification.WebhookEvent.WebhookTested;
import io.guildhall.wire.event.Draft;

/** What this door tells of webhook endpoints. */
final class WebhookPayload {

    private WebhookPayload() {}

    static Draft of(WebhookEvent event) {
        return switch (event) {
            case WebhookRegistered _ -> about("webhook.registered", event);
            case WebhookEdited _ -> about("webhook.edited", event);
            case WebhookSecretRotated _ -> about("webhook.secret_rotated", event);
            case WebhookDisabled(var _, var _, var _, var reason) ->
                    about("webhook.disabled", event).text("reason", reason.word());
            case WebhookEnabled _ -> about("webhook.enabled", event);
            case WebhookRemoved _ -> about("webhook.removed", event);
            case WebhookTested _ -> about("webhook.test", event);
        };
    }

    private static Draft about(String word, WebhookEvent event) {
        return Draft.of(word)
                .id("webhook_id", WEBHOOK, event.webhook().value())
                .text("url", event.url());
    }
}
