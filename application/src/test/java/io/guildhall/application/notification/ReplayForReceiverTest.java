package io.guildhall.application.notification;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayForReceiverTest {

    private final Market market = new Market();
    private final Carrier carrier = new Carrier(market);
    private final Caller admin =
            Caller.operator(market.operator("Admin").operator(), Set.of(Role.ADMIN));
    private final Caller ann = market.operatorWith("Ann", usd(50_000));
    private final WebhookEndpoint endpoint = carrier.register(ann, "bounty.opened");
    private final Instant start = market.guildhall.clock.instant();

    @BeforeEach
    void twoWereDelivered() {
        market.post(ann);
        market.post(ann);
        carrier.carry();
        assertThat(carrier.sent()).hasSize(2);
    }

    @Test
    void allSinceATimeAreSentAgain() {
        assertThat(replay(start, null, false).count()).isEqualTo(2);
        carrier.carry();

        assertThat(carrier.sent()).hasSize(4);
    }

    @Test
    void whatWasDeliveredIsLeftOutWhenOnlyTheDeadAreMeant() {
        assertThat(replay(start, null, true).count()).isZero();
    }

    @Test
    void oneIsSentAgain() {
        Delivery first = carrier.deliveries(endpoint).getFirst();

        assertThat(replay(null, first.id(), false).count()).isEqualTo(1);
        carrier.carry();

        assertThat(carrier.sent()).hasSize(3);
    }

    @Test
    void oneOfBothIsNamed() {
        Delivery first = carrier.deliveries(endpoint).getFirst();

        assertThat(refusal(() -> replay(null, null, false))).isEqualTo("invalid_field");
        assertThat(refusal(() -> replay(start, first.id(), false))).isEqualTo("invalid_field");
    }

    @Test
    void deliveryIsTheEndpointsOwn() {
        WebhookEndpoint other = carrier.register(ann, "bounty.opened");
        Delivery first = carrier.deliveries(endpoint).getFirst();

        assertThat(
                        refusal(() ->
                                market.use.admin.replayForReceiver.handle(
                                        new ReplayForReceiver.Command(
                                                Mandates.of(admin),
                                                other.id(),
                                                null,
                                                first.id(),
                                                false))))
                .isEqualTo("delivery_not_found");
    }

    private ReplayDeliveries.Replayed replay(
            @Nullable Instant since, @Nullable DeliveryId delivery, boolean deadOnly) {
        return market.use.admin.replayForReceiver.handle(
                new ReplayForReceiver.Command(
                        Mandates.of(admin), endpoint.id(), since, delivery, deadOnly));
    }
}
