package io.guildhall.application.notification;

import static io.guildhall.application.inmemory.ScriptedWebhookSender.replied;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.notification.NotificationFixture.SILENT;
import static io.guildhall.domain.notification.NotificationFixture.URL;
import static io.guildhall.domain.notification.NotificationFixture.withClosedSecret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.ScriptedWebhookSender;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.notification.Attempt;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.EndpointStatus.Disabled;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.EndpointStatus.Failing;
import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.notification.RetrySchedule;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEvent.WebhookDisabled;
import io.guildhall.domain.notification.WebhookSender.Busy;
import io.guildhall.domain.notification.WebhookSender.Letter;
import io.guildhall.domain.party.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SendDeliveriesTest {

    private final Market market = new Market();
    private final Carrier carrier = new Carrier(market);
    private final ScriptedWebhookSender receivers = market.guildhall.webhookSender;
    private final Caller ann = market.operatorWith("Ann", usd(900_000));
    private final WebhookEndpoint endpoint =
            carrier.register(ann, "bounty.opened", "bounty.cancelled", "claim.*");

    @Test
    void eventIsCarriedToItsReceiver() {
        Bounty bounty = market.post(ann);

        carrier.carry();

        Letter letter = receivers.letters().getFirst();
        Delivery delivery = only();
        assertThat(letter.delivery()).isEqualTo(delivery.id());
        assertThat(letter.url()).isEqualTo(URL);
        assertThat(letter.secrets()).containsExactly(endpoint.secret());
        assertThat(letter.event().event().subject().id()).isEqualTo(bounty.id().value());
        assertThat(letter.event().id()).isEqualTo(delivery.event().id());
        assertThat(letter.attempt()).isEqualTo(1);
        assertThat(letter.at()).isEqualTo(market.guildhall.clock.instant());
        assertThat(delivery.status()).isEqualTo(new Delivered(market.guildhall.clock.instant()));
        carrier.carry();
        assertThat(receivers.letters()).hasSize(1);
    }

    @Test
    void attemptsOfOneDeliveryCarryTheSameEvent() {
        market.post(ann);
        receivers.answer(_ -> replied(500));
        carrier.carry();

        passUntilDue();
        receivers.answer(_ -> replied(200));
        carrier.carry();

        assertThat(receivers.letters()).hasSize(2);
        assertThat(receivers.letters())
                .extracting(letter -> letter.event().id())
                .containsOnly(only().event().id());
        assertThat(receivers.letters()).extracting(Letter::attempt).containsExactly(1, 2);
        assertThat(receivers.letters()).extracting(Letter::at).doesNotHaveDuplicates();
        assertThat(only().status()).isInstanceOf(Delivered.class);
        assertThat(only().attempts()).hasSize(2);
    }

    @Test
    void receiverThatNeverTakesItIsTriedTenTimesInThreeDaysAndNoMore() {
        market.post(ann);
        Instant start = market.guildhall.clock.instant();
        receivers.answer(_ -> replied(500));

        for (int attempt = 1; attempt < RetrySchedule.ATTEMPTS_MAX; attempt++) {
            carrier.carry();
            assertThat(receivers.letters()).hasSize(attempt);
            passUntilDue();
        }
        carrier.carry();

        assertThat(receivers.letters()).hasSize(10);
        assertThat(only().status()).isInstanceOf(Dead.class);
        assertThat(Duration.between(start, market.guildhall.clock.instant()))
                .isBetween(Duration.ofHours(60), Duration.ofHours(91));
        market.guildhall.clock.advance(Duration.ofDays(30));
        carrier.carry();
        assertThat(receivers.letters()).hasSize(10);
    }

    @Test
    void eventsOfOneAggregateArriveInTheirOrderAlsoWhenTheFirstFails() {
        Bounty bounty = market.post(ann);
        market.cancel(ann, bounty);
        Bounty other = market.post(ann, terms().reward(usd(100)));
        receivers.answer(letter ->
                isAbout(letter, bounty) && receivers.letters().size() < 3
                        ? replied(500)
                        : replied(200));

        carrier.carry();
        assertThat(sentAbout(bounty)).containsExactly("bounty.opened");
        assertThat(sentAbout(other)).containsExactly("bounty.opened");

        passUntilDue();
        carrier.carry();
        assertThat(sentAbout(bounty))
                .containsExactly("bounty.opened", "bounty.opened", "bounty.cancelled");
    }

    @Test
    void whatCannotBeDeliveredHoldsUpItsAggregateOnlyUntilItIsGivenUp() {
        Bounty bounty = market.post(ann);
        receivers.answer(_ -> replied(500));
        carrier.carry();
        market.cancel(ann, bounty);
        while (carrier.deliveries(endpoint).getFirst().dueAt() != null) {
            market.guildhall.clock.set(
                    Objects.requireNonNull(carrier.deliveries(endpoint).getFirst().dueAt()));
            carrier.carry();
        }
        assertThat(sentAbout(bounty)).filteredOn("bounty.opened"::equals).hasSize(10);

        receivers.answer(_ -> replied(200));
        passUntilDue();
        carrier.carry();

        assertThat(carrier.deliveries(endpoint).getLast().status()).isInstanceOf(Delivered.class);
    }

    @Test
    void receiverThatIsGoneIsSwitchedOffAndItsOwnerHearsOfIt() {
        WebhookEndpoint others = carrier.register(ann, "webhook.*");
        receivers.answer(letter -> isTo(letter, endpoint) ? replied(410) : replied(200));
        market.post(ann);

        carrier.carry();
        carrier.carry();

        assertThat(carrier.now(endpoint).status())
                .isEqualTo(new Disabled(Reason.GONE, market.guildhall.clock.instant()));
        assertThat(only().status()).isInstanceOf(Dead.class);
        assertThat(carrier.planned(others)).contains("webhook.disabled");
        market.post(ann, terms().reward(usd(100)));
        carrier.carry();
        assertThat(carrier.deliveries(endpoint)).hasSize(1);
    }

    @Test
    void receiverThatIsGoneIsNotSentWhatWasTakenUpWithIt() {
        receivers.answer(_ -> replied(410));
        for (int bounty = 0; bounty < 5; bounty++) {
            market.post(ann);
        }

        carrier.carry();
        carrier.carry();

        assertThat(receivers.letters()).hasSize(1);
    }

    @Test
    void fiveDaysOfFailuresSwitchAReceiverOff() {
        receivers.answer(_ -> SILENT);
        market.post(ann);
        carrier.carry();
        Instant failingSince = market.guildhall.clock.instant();
        assertThat(carrier.now(endpoint).status())
                .isEqualTo(new Enabled(new Failing(failingSince, failingSince)));

        for (int day = 1; day <= 5; day++) {
            assertThat(carrier.now(endpoint).isEnabled()).isTrue();
            market.guildhall.clock.advance(Duration.ofDays(1));
            carrier.carry();
        }

        assertThat(carrier.now(endpoint).status())
                .isEqualTo(new Disabled(Reason.FAILING, market.guildhall.clock.instant()));
        assertThat(market.guildhall.outbox.events())
                .contains(
                        new WebhookDisabled(endpoint.id(), endpoint.hearer(), URL, Reason.FAILING));
    }

    @Test
    void failureLongAfterAnotherDoesNotSwitchAQuietReceiverOff() {
        receivers.answer(_ -> replied(400));
        market.post(ann);
        carrier.carry();

        market.guildhall.clock.advance(Duration.ofDays(20));
        receivers.answer(_ -> SILENT);
        carrier.carry();

        Instant anew = market.guildhall.clock.instant();
        assertThat(carrier.now(endpoint).status()).isEqualTo(new Enabled(new Failing(anew, anew)));
    }

    @Test
    void oneDeliveryThatIsTakenBeginsTheFiveDaysAnew() {
        receivers.answer(_ -> replied(500));
        market.post(ann);
        carrier.carry();
        market.guildhall.clock.advance(Duration.ofDays(4));
        receivers.answer(_ -> replied(200));
        carrier.carry();
        assertThat(carrier.now(endpoint).status()).isEqualTo(new Enabled(null));

        market.guildhall.clock.advance(Duration.ofDays(4));
        receivers.answer(_ -> replied(500));
        market.post(ann, terms().reward(usd(100)));
        carrier.carry();

        assertThat(carrier.now(endpoint).isEnabled()).isTrue();
    }

    @Test
    void whatWaitsForAReceiverThatIsOffGoesOnWhenItIsOnAgain() {
        market.post(ann);
        carrier.plan();
        wish(EditWebhook.Wish.DISABLED);
        carrier.carry();
        assertThat(receivers.letters()).isEmpty();

        wish(EditWebhook.Wish.ENABLED);
        carrier.carry();

        assertThat(carrier.sent()).containsExactly("bounty.opened");
    }

    @Test
    void deadDeliveryIsReplayedAsAnotherOfTheSameEvent() {
        receivers.answer(_ -> replied(500));
        market.post(ann);
        carrier.carry();
        for (int attempt = 1; attempt < RetrySchedule.ATTEMPTS_MAX; attempt++) {
            passUntilDue();
            carrier.carry();
        }
        Delivery dead = only();
        receivers.forgetLetters();
        receivers.answer(_ -> replied(200));

        Delivery replay = replay(dead);
        assertThat(Market.refusal(() -> replay(dead))).isEqualTo("delivery_pending");
        carrier.carry();

        assertThat(replay.id()).isNotEqualTo(dead.id());
        assertThat(receivers.letters())
                .extracting(letter -> letter.event().id())
                .containsExactly(dead.event().id());
        assertThat(carrier.deliveries(endpoint)).contains(dead);
        assertThat(carrier.deliveries(endpoint).getLast().status()).isInstanceOf(Delivered.class);
        assertThat(replay(dead).round()).isEqualTo(2);
    }

    @Test
    void everythingSinceATimeIsReplayedInTheOrderOfTheEvents() {
        market.post(ann, terms().reward(usd(100)));
        carrier.carry();
        market.guildhall.clock.advance(Duration.ofHours(1));
        Instant since = market.guildhall.clock.instant();
        Bounty first = market.post(ann, terms().reward(usd(100)));
        Bounty second = market.post(ann, terms().reward(usd(100)));
        carrier.carry();
        receivers.forgetLetters();

        assertThat(replayAll(since, true)).isEqualTo(new ReplayDeliveries.Replayed(0, null));
        assertThat(replayAll(since, false)).isEqualTo(new ReplayDeliveries.Replayed(2, null));
        assertThat(replayAll(since, false).count()).isZero();
        carrier.carry();

        assertThat(receivers.letters())
                .extracting(letter -> letter.event().event().subject().id())
                .containsExactly(first.id().value(), second.id().value());
    }

    @Test
    void nothingIsReplayedToAReceiverThatIsOff() {
        market.post(ann);
        carrier.carry();
        Delivery delivered = only();
        wish(EditWebhook.Wish.DISABLED);

        assertThat(Market.refusal(() -> replay(delivered))).isEqualTo("webhook_disabled");
        assertThat(Market.refusal(() -> replayAll(Instant.EPOCH, false)))
                .isEqualTo("webhook_disabled");
    }

    @Test
    void processThatDiesBeforeItKnowsRepeatsTheAttempt() {
        var guildhall = new InMemoryGuildhall();
        Crashes crashes = new Crashes(guildhall.ports());
        Market shaky = new Market(guildhall, new UseCases(crashes.ports()));
        Carrier shakyCarrier = new Carrier(shaky);
        Caller poster = shaky.operatorWith("Ann", usd(20_000));
        WebhookEndpoint hers = shakyCarrier.register(poster, "bounty.opened");
        shaky.post(poster);
        shakyCarrier.plan();

        crashes.before("Deliveries.saveAll");
        assertThatThrownBy(shakyCarrier::carry).isInstanceOf(Crashes.Crash.class);
        assertThat(shakyCarrier.deliveries(hers).getFirst().status()).isInstanceOf(Sending.class);
        Carrier another = new Carrier(new Market(guildhall));
        another.carry();
        assertThat(guildhall.webhookSender.letters()).hasSize(1);
        guildhall.clock.advance(Delivery.LEASE);
        another.carry();

        assertThat(guildhall.webhookSender.letters())
                .extracting(letter -> letter.event().id())
                .hasSize(2)
                .containsOnly(guildhall.deliveries.all().getFirst().event().id());
        assertThat(another.deliveries(hers).getFirst().status()).isInstanceOf(Delivered.class);
    }

    @Test
    void whatCouldNotBeTriedForWantOfOurOwnMeansCountsAgainstNobody() {
        AtomicBoolean busy = new AtomicBoolean(true);
        receivers.answer(_ -> {
            if (busy.getAndSet(false)) {
                throw new Busy(new IllegalStateException("Too many are under way."));
            }
            return SILENT;
        });
        market.post(ann);

        carrier.carry();

        assertThat(receivers.letters()).hasSize(2);
        assertThat(only().attempts()).extracting(Attempt::error).containsExactly("timeout");
    }

    @Test
    void whatWorkersDieOfWaitsAsIfItHadFailedAndIsThenTriedAgain() {
        market.post(ann);
        carrier.plan();
        for (int death = 1; death <= Delivery.LOST_MAX; death++) {
            takenByOneThatDies();
            market.guildhall.clock.advance(Delivery.LEASE);
        }

        carrier.carry();

        assertThat(receivers.letters()).isEmpty();
        assertThat(only().status()).isInstanceOf(Pending.class);
        assertThat(only().attempts()).extracting(Attempt::error).containsExactly("lost");
        assertThat(carrier.now(endpoint).status()).isEqualTo(new Enabled(null));
        passUntilDue();
        carrier.carry();
        assertThat(only().status()).isInstanceOf(Delivered.class);
    }

    @Test
    void newSecretSignsTheNextAttemptAlsoOfWhatWasTakenUpBefore() {
        market.post(ann, terms().reward(usd(100)));
        market.post(ann, terms().reward(usd(100)));
        receivers.answer(_ -> {
            if (receivers.letters().size() == 1) {
                market.use.rotateWebhookSecret.handle(
                        new RotateWebhookSecret.Command(ann, endpoint.id(), Duration.ZERO));
                market.guildhall.clock.advance(Duration.ofMillis(100));
            }
            return replied(200);
        });

        carrier.carry();

        assertThat(receivers.letters())
                .extracting(letter -> letter.secrets().getFirst())
                .containsExactly(endpoint.secret(), carrier.now(endpoint).secret());
        assertThat(carrier.now(endpoint).secret()).isNotEqualTo(endpoint.secret());
    }

    @Test
    void whatCannotBeSignedIsNotSentUntilThereIsANewSecret() {
        closeSecret();
        market.post(ann);

        carrier.carry();

        assertThat(receivers.letters()).isEmpty();
        assertThat(only().attempts()).extracting(Attempt::error).containsExactly("secret_closed");
        WebhookEndpoint rotated =
                market.use.rotateWebhookSecret.handle(
                        new RotateWebhookSecret.Command(
                                ann, endpoint.id(), WebhookEndpoint.OVERLAP_DEFAULT));
        passUntilDue();
        carrier.carry();
        assertThat(only().status()).isInstanceOf(Delivered.class);
        assertThat(receivers.letters().getFirst().secrets()).containsExactly(rotated.secret());
    }

    @Test
    void fiveDaysInWhichNothingCanBeSignedSwitchAReceiverOff() {
        closeSecret();
        market.post(ann);
        carrier.carry();

        for (int day = 1; day <= 5; day++) {
            assertThat(carrier.now(endpoint).isEnabled()).isTrue();
            market.guildhall.clock.advance(Duration.ofDays(1));
            carrier.carry();
        }

        assertThat(carrier.now(endpoint).status())
                .isEqualTo(new Disabled(Reason.FAILING, market.guildhall.clock.instant()));
        assertThat(receivers.letters()).isEmpty();
    }

    @Test
    void endpointThatWasRemovedIsNotSentWhatWasTakenUpBefore() {
        market.post(ann, terms().reward(usd(100)));
        market.post(ann, terms().reward(usd(100)));
        receivers.answer(_ -> {
            market.use.removeWebhook.handle(new RemoveWebhook.Command(ann, endpoint.id()));
            market.guildhall.clock.advance(Duration.ofMillis(100));
            return replied(200);
        });

        carrier.carry();

        assertThat(receivers.letters()).hasSize(1);
    }

    @Test
    void manyDeliveriesAreCarriedInOneRoundEachOnce() {
        for (int i = 0; i < 300; i++) {
            market.post(ann, terms().reward(usd(100)));
        }
        carrier.plan();

        market.use.sendDeliveries.handle();

        assertThat(receivers.letters())
                .extracting(Letter::delivery)
                .hasSize(300)
                .doesNotHaveDuplicates();
        assertThat(carrier.deliveries(endpoint))
                .allMatch(delivery -> delivery.status() instanceof Delivered);
    }

    @Test
    void finishedDeliveriesAreForgottenAfterThirtyDays() {
        market.post(ann);
        carrier.carry();

        market.guildhall.clock.advance(Duration.ofDays(30));
        assertThat(market.use.forgetDeliveries.handle(100)).isZero();
        market.guildhall.clock.advance(Duration.ofSeconds(1));
        assertThat(market.use.forgetDeliveries.handle(100)).isEqualTo(1);
    }

    private boolean isTo(Letter letter, WebhookEndpoint receiver) {
        return carrier.deliveries(receiver).stream()
                .anyMatch(delivery -> delivery.id().equals(letter.delivery()));
    }

    private static boolean isAbout(Letter letter, Bounty bounty) {
        return letter.event().event().subject().id().equals(bounty.id().value());
    }

    private List<String> sentAbout(Bounty bounty) {
        return receivers.letters().stream()
                .filter(letter -> isAbout(letter, bounty))
                .map(Carrier::word)
                .toList();
    }

    private void closeSecret() {
        var guildhall = market.guildhall;
        guildhall.transactions.run(
                () -> guildhall.webhookEndpoints.save(withClosedSecret(carrier.now(endpoint))));
    }

    private void takenByOneThatDies() {
        var guildhall = market.guildhall;
        guildhall.transactions.run(() ->
                guildhall.deliveries.takeDue(Map.of(endpoint.id(), 1), guildhall.clock.instant()));
    }

    private Delivery only() {
        return carrier.deliveries(endpoint).getFirst();
    }

    private void passUntilDue() {
        carrier.deliveries(endpoint).stream()
                .filter(delivery -> delivery.status() instanceof Pending)
                .map(delivery -> Objects.requireNonNull(delivery.dueAt()))
                .min(Instant::compareTo)
                .ifPresent(market.guildhall.clock::set);
    }

    private Delivery replay(Delivery delivery) {
        return market.use.replayDelivery.handle(
                new ReplayDelivery.Command(ann, endpoint.id(), delivery.id()));
    }

    private ReplayDeliveries.Replayed replayAll(Instant since, boolean deadOnly) {
        return market.use.replayDeliveries.handle(
                new ReplayDeliveries.Command(ann, endpoint.id(), since, deadOnly));
    }

    private void wish(EditWebhook.Wish wish) {
        market.use.editWebhook.handle(
                new EditWebhook.Command(ann, endpoint.id(), null, null, null, wish));
    }
}
