package io.guildhall.web.webhook;

import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A webhook as addresses and forms have it. */
final class Hook {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    private Hook() {}

    /** A text that is no id is nobody's. */
    static EndpointId id(String text) {
        return OpenBountyIds.WEBHOOK
                .off(text)
                .map(EndpointId::new)
                .orElseThrow(() -> new RefusedException(new NotFound("webhook")));
    }

    static DeliveryId delivery(String text) {
        return OpenBountyIds.DELIVERY
                .off(text)
                .map(DeliveryId::new)
                .orElseThrow(() -> new RefusedException(new NotFound("delivery")));
    }

    static Target target(Form form) {
        return new Target(
                form.text("url").strip(),
                new EventFilter(events(form)),
                form.text("description").strip());
    }

    /** Words apart from each other by space, lines or commas. */
    static List<String> events(Form form) {
        return BETWEEN.splitAsStream(form.text("events"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    static Form shown(WebhookEndpoint endpoint) {
        return Form.of(
                Map.of(
                        "url", List.of(endpoint.target().url()),
                        "description", List.of(endpoint.target().description()),
                        "events", List.of(String.join("\n", endpoint.target().events().words()))));
    }
}
