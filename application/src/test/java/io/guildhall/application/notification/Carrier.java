package io.guildhall.application.notification;

import static io.guildhall.domain.notification.NotificationFixture.URL;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookSender.Letter;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What carries a market's events to whoever gave an address, a step at a time. */
final class Carrier {

    private static final int EVENTS_AT_ONCE = 500;

    private final Market market;

    Carrier(Market market) {
        this.market = market;
    }

    WebhookEndpoint register(Caller caller, String... events) {
        return register(caller, null, events);
    }

    WebhookEndpoint register(Caller caller, @Nullable AgentId agent, String... events) {
        return market.use.registerWebhook.handle(
                new RegisterWebhook.Command(caller, agent, target(events)));
    }

    static Target target(String... events) {
        return new Target(URL, new EventFilter(List.of(events)), "");
    }

    /** Everything that has happened is planned. */
    void plan() {
        market.use.placeEvents.handle(10_000);
        while (market.use.planDeliveries.handle(EVENTS_AT_ONCE)) {
            // There is more.
        }
    }

    /** Everything that is due is carried, and what becomes due by that. */
    void carry() {
        plan();
        while (market.use.sendDeliveries.handle() > 0) {
            // There may be more.
        }
    }

    /** What has been planned for an endpoint and not forgotten, in the order of planning. */
    List<Delivery> deliveries(WebhookEndpoint endpoint) {
        return market.guildhall.deliveries.all().stream()
                .filter(delivery -> delivery.endpoint().equals(endpoint.id()))
                .toList();
    }

    List<String> planned(WebhookEndpoint endpoint) {
        return deliveries(endpoint).stream().map(delivery -> delivery.event().word()).toList();
    }

    /** What receivers were sent, by its word. */
    List<String> sent() {
        return market.guildhall.webhookSender.letters().stream().map(Carrier::word).toList();
    }

    WebhookEndpoint now(WebhookEndpoint endpoint) {
        return market.guildhall.webhookEndpoints.find(endpoint.id()).orElseThrow();
    }

    static String word(Letter letter) {
        return UseCases.word(letter.event().event());
    }
}
