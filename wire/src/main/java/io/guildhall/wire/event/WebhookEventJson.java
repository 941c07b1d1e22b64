package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;
import static io.guildhall.wire.id.OpenBountyIds.WEBHOOK;

import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.WebhookEvent;
import io.guildhall.domain.notification.WebhookEvent.WebhookDisabled;
import io.guildhall.domain.notification.WebhookEvent.WebhookEdited;
import io.guildhall.domain.notification.WebhookEvent.WebhookEnabled;
import io.guildhall.domain.notification.WebhookEvent.WebhookRegistered;
import io.guildhall.domain.notification.WebhookEvent.WebhookRemoved;
import io.guildhall.domain.notification.WebhookEvent.WebhookSecretRotated;
import io.guildhall.domain.notification.WebhookEvent.WebhookTested;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import java.util.Locale;
import java.util.UUID;

/** What happened to webhook endpoints, as JSON. */
final class WebhookEventJson {

    private WebhookEventJson() {}

    static Draft encode(WebhookEvent event) {
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

    static WebhookEvent decode(String kind, Fields fields) {
        var webhook = new EndpointId(fields.id("webhook_id", WEBHOOK));
        UUID agent = fields.idIfAny("agent_id", AGENT);
        var hearer =
                new Hearer(
                        new OperatorId(fields.id("operator_id", OPERATOR)),
                        agent == null ? null : new AgentId(agent));
        String url = fields.text("url");
        return switch (kind) {
            case "webhook.registered" -> new WebhookRegistered(webhook, hearer, url);
            case "webhook.edited" -> new WebhookEdited(webhook, hearer, url);
            case "webhook.secret_rotated" -> new WebhookSecretRotated(webhook, hearer, url);
            case "webhook.disabled" ->
                    new WebhookDisabled(
                            webhook,
                            hearer,
                            url,
                            Reason.valueOf(fields.text("reason").toUpperCase(Locale.ROOT)));
            case "webhook.enabled" -> new WebhookEnabled(webhook, hearer, url);
            case "webhook.removed" -> new WebhookRemoved(webhook, hearer, url);
            case "webhook.test" -> new WebhookTested(webhook, hearer, url);
            default -> throw EventJson.unknown(kind);
        };
    }

    private static Draft about(String kind, WebhookEvent event) {
        AgentId agent = event.hearer().agent();
        return Draft.of(kind)
                .id("webhook_id", WEBHOOK, event.webhook().value())
                .id("operator_id", OPERATOR, event.hearer().operator().value())
                .idIfAny("agent_id", AGENT, agent == null ? null : agent.value())
                .text("url", event.url());
    }
}
