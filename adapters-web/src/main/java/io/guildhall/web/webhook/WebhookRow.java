package io.guildhall.web.webhook;

import io.guildhall.domain.notification.EndpointStatus;
import io.guildhall.domain.notification.EndpointStatus.Disabled;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.notification.FormerSecret;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.AgentId;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Moment;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as whoever manages it sees it.
 *
 * @param agent whose ears it is; null when it is the operator's own
 * @param events what is heard; empty for everything
 * @param off why it is off; null while it is on
 * @param failing since when nothing was taken; null when the latest was
 * @param formerUntil until when the secret before signs too; null when none does
 */
public record WebhookRow(
        String id,
        String url,
        String description,
        @Nullable String agent,
        List<String> events,
        Chip status,
        @Nullable String off,
        @Nullable Moment failing,
        @Nullable Moment formerUntil,
        Moment made) {

    static WebhookRow of(WebhookEndpoint endpoint, Instant now) {
        AgentId agent = endpoint.hearer().agent();
        FormerSecret former = endpoint.former();
        return new WebhookRow(
                OpenBountyIds.WEBHOOK.on(endpoint.id().value()),
                endpoint.target().url(),
                endpoint.target().description(),
                agent == null ? null : OpenBountyIds.AGENT.on(agent.value()),
                endpoint.target().events().words(),
                chip(endpoint.status()),
                off(endpoint.status()),
                failing(endpoint.status(), now),
                former == null || !now.isBefore(former.signsUntil())
                        ? null
                        : Moment.of(former.signsUntil(), now),
                Moment.of(endpoint.createdAt(), now));
    }

    private static Chip chip(EndpointStatus status) {
        return switch (status) {
            case Enabled(var failing) ->
                    failing == null ? Chip.good("On") : Chip.warn("On, but failing");
            case Disabled(var reason, var _) ->
                    reason == Reason.BY_OWNER ? Chip.calm("Paused") : Chip.bad("Switched off");
        };
    }

    private static @Nullable String off(EndpointStatus status) {
        return switch (status) {
            case Enabled _ -> null;
            case Disabled(var reason, var _) ->
                    switch (reason) {
                        case GONE -> "Its receiver answered 410: it is gone for good.";
                        case FAILING -> "Nothing was taken for five days.";
                        case BY_OWNER ->
                                "You have paused it. What happens meanwhile is not delivered.";
                    };
        };
    }

    private static @Nullable Moment failing(EndpointStatus status, Instant now) {
        return switch (status) {
            case Enabled enabled -> Moment.ofNullable(enabled.failingSince(), now);
            case Disabled _ -> null;
        };
    }
}
