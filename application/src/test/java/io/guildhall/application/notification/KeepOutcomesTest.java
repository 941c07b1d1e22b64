package io.guildhall.application.notification;

import static io.guildhall.application.inmemory.ScriptedWebhookSender.replied;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.notification.NotificationFixture.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.notification.Outcome.Health;
import io.guildhall.domain.notification.Deliveries.Kept;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.party.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepOutcomesTest {

    private final Market market = new Market();
    private final Carrier carrier = new Carrier(market);
    private final Caller ann = market.operatorWith("Ann", usd(900_000));
    private final WebhookEndpoint endpoint = carrier.register(ann, "bounty.opened");
    private final Lane lane = new Lane(endpoint.id(), 1);
    private final KeepOutcomes keepOutcomes =
            new KeepOutcomes(
                    market.use.worldly,
                    market.guildhall.webhookEndpoints,
                    market.guildhall.deliveries);

    @Test
    void lateAnswerBesideTheLatestOfTheSameDeliveryIsNotHeard() {
        market.post(ann);
        carrier.plan();
        Outcome late = outcome(take(), SILENT, Health.DID_NOT);
        market.guildhall.clock.advance(Delivery.LEASE);
        Outcome latest = outcome(take(), replied(200), Health.TOOK_IT);

        List<Kept> kept = keepOutcomes.handle(List.of(latest, late));

        assertThat(kept).hasSize(1);
        assertThat(carrier.deliveries(endpoint).getFirst().status()).isInstanceOf(Delivered.class);
        assertThat(market.guildhall.webhookEndpoints.find(endpoint.id()))
                .hasValueSatisfying(
                        heard -> assertThat(heard.status()).isEqualTo(new Enabled(null)));
    }

    private Delivery take() {
        Instant now = market.guildhall.clock.instant();
        return market.guildhall.transactions.run(() ->
                market.guildhall
                        .deliveries
                        .takeDue(Map.of(endpoint.id(), 1), now)
                        .getFirst()
                        .delivery());
    }

    private Outcome outcome(Delivery sent, Answer answer, Health health) {
        Instant now = market.guildhall.clock.instant();
        return new Outcome(
                lane, sent.record(answer, sent.taken(), 0.5, now).orThrow().state(), health);
    }
}
