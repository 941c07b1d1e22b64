package io.guildhall.domain.notification;

import static io.guildhall.domain.notification.NotificationFixture.ANOTHER_DELIVERY;
import static io.guildhall.domain.notification.NotificationFixture.BROKEN;
import static io.guildhall.domain.notification.NotificationFixture.GONE;
import static io.guildhall.domain.notification.NotificationFixture.SILENT;
import static io.guildhall.domain.notification.NotificationFixture.TAKEN;
import static io.guildhall.domain.notification.NotificationFixture.TOOK;
import static io.guildhall.domain.notification.NotificationFixture.pendingDelivery;
import static io.guildhall.domain.notification.NotificationFixture.replied;
import static io.guildhall.domain.notification.NotificationFixture.sendingDelivery;
import static io.guildhall.domain.notification.NotificationFixture.with;
import static io.guildhall.domain.party.PartyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.WebhookSender.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    private static final double NO_JITTER = 0.5;

    @Test
    void failureIsTriedAgainOnTheStandardScheduleForThreeDays() {
        List<Duration> offsets = new ArrayList<>();
        Delivery delivery = pendingDelivery();
        Instant now = NOW;
        while (delivery.status() instanceof Pending(var dueAt)) {
            now = dueAt;
            offsets.add(Duration.between(NOW, now));
            Delivery sending = delivery.attempt(now).orThrow().state();
            delivery = record(sending, BROKEN, NO_JITTER, now);
        }

        assertThat(offsets)
                .containsExactly(
                        Duration.ZERO,
                        Duration.parse("PT5S"),
                        Duration.parse("PT5M5S"),
                        Duration.parse("PT35M5S"),
                        Duration.parse("PT2H35M5S"),
                        Duration.parse("PT7H35M5S"),
                        Duration.parse("PT17H35M5S"),
                        Duration.parse("PT31H35M5S"),
                        Duration.parse("PT51H35M5S"),
                        Duration.parse("PT75H35M5S"));
        assertThat(delivery.status()).isEqualTo(new Dead("status_500", now));
        assertThat(delivery.attempts()).hasSize(10);
        assertThat(delivery.dueAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, PT4S", "0.5, PT5S", "1, PT6S"})
    void chanceMovesAnAttemptByAFifth(double chance, Duration wait) {
        Delivery failed = record(sendingDelivery(0), BROKEN, chance, NOW);

        assertThat(failed.dueAt()).isEqualTo(NOW.plus(wait));
    }

    @ParameterizedTest
    @CsvSource({
        "429, PT1H, PT1H",
        "503, PT1H, PT1H",
        "503, PT1S, PT5S",
        "503, PT72H, PT24H",
        "500, PT1H, PT5S",
        "302, PT1H, PT5S"
    })
    void receiverThatIsOverloadedSaysWhenToComeBack(int status, Duration asked, Duration wait) {
        Delivery failed = record(sendingDelivery(0), replied(status, asked), NO_JITTER, NOW);

        assertThat(failed.dueAt()).isEqualTo(NOW.plus(wait));
    }

    @Test
    void retryAfterIsNeverCutShortByChance() {
        Answer later = replied(429, Duration.ofSeconds(10));

        assertThat(record(sendingDelivery(0), later, 0, NOW).dueAt())
                .isEqualTo(NOW.plusSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void everyAnswerThatSaysYesIsADelivery(int status) {
        Delivery delivered = record(sendingDelivery(0), replied(status), NO_JITTER, NOW);

        assertThat(delivered.status()).isEqualTo(new Delivered(NOW));
        assertThat(delivered.attempts())
                .containsExactly(new Attempt(1, NOW.minus(TOOK), TOOK, status, "", null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "301, redirect_not_followed",
        "302, redirect_not_followed",
        "307, redirect_not_followed",
        "100, status_100",
        "400, status_400",
        "404, status_404",
        "429, status_429",
        "500, status_500"
    })
    void everyOtherAnswerIsAFailureThatSaysWhich(int status, String error) {
        Delivery failed = record(sendingDelivery(0), replied(status), NO_JITTER, NOW);

        assertThat(failed.attempts())
                .containsExactly(
                        new Attempt(
                                1, NOW.minus(TOOK), TOOK, status, "", error, NOW.plusSeconds(5)));
    }

    @Test
    void receiverThatDoesNotAnswerIsAFailure() {
        Delivery failed = record(sendingDelivery(0), SILENT, NO_JITTER, NOW);

        assertThat(failed.attempts())
                .containsExactly(
                        new Attempt(
                                1,
                                NOW.minus(TOOK),
                                TOOK,
                                null,
                                "Nothing for 15 s",
                                "timeout",
                                NOW.plusSeconds(5)));
    }

    @Test
    void receiverThatIsGoneIsNotTriedAgain() {
        assertThat(record(sendingDelivery(0), GONE, NO_JITTER, NOW).status())
                .isEqualTo(new Dead("gone", NOW));
    }

    @Test
    void attemptIsLeasedForAMinute() {
        Delivery sending = pendingDelivery().attempt(NOW).orThrow().state();

        assertThat(sending.status()).isEqualTo(new Sending(NOW, NOW.plusSeconds(60)));
        assertThat(sending.attempt(NOW.plusSeconds(59)).isAccepted()).isFalse();
        assertThat(sending.attempt(NOW.plusSeconds(60)).orThrow().state().taken()).isEqualTo(2);
    }

    @Test
    void answerToAnAttemptThatWasTakenOverIsRefused() {
        Delivery takenOver = sendingDelivery(0).attempt(NOW.plusSeconds(60)).orThrow().state();

        assertThat(takenOver.record(BROKEN, 1, NO_JITTER, NOW).isAccepted()).isFalse();
        assertThat(takenOver.record(TAKEN, 2, NO_JITTER, NOW).isAccepted()).isTrue();
    }

    @Test
    void attemptWhoseWorkerDiedIsNoFailureOfItsReceiver() {
        Delivery takenOver = sendingDelivery(0).attempt(NOW.plusSeconds(60)).orThrow().state();

        assertThat(record(takenOver, BROKEN, NO_JITTER, NOW).dueAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void deliveryThatIsPutBackIsDueAtOnceAndHasNotFailed() {
        Delivery putBack = sendingDelivery(1).putBack(2, NOW).orThrow().state();

        assertThat(putBack.status()).isEqualTo(new Pending(NOW));
        assertThat(putBack.attempts()).hasSize(1);
        assertThat(putBack.taken()).isEqualTo(2);
    }

    @Test
    void laterEventsOfAnAggregateNeverBecomeDueEarlier() {
        Delivery later = with(pendingDelivery(), new Pending(NOW.plusSeconds(10)));

        assertThat(later.waitFor(NOW.plusSeconds(60)).orThrow().state().dueAt())
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(later.waitFor(NOW).orThrow().state().dueAt()).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void replayIsAnotherDeliveryOfTheSameEventWithAScheduleOfItsOwn() {
        Delivery dead = with(sendingDelivery(9), new Dead("status_500", NOW));
        Instant later = NOW.plus(Duration.ofDays(5));

        Delivery replay = dead.replay(ANOTHER_DELIVERY, later).orThrow().state();

        assertThat(replay)
                .isEqualTo(
                        new Delivery(
                                ANOTHER_DELIVERY,
                                dead.endpoint(),
                                dead.event(),
                                new Pending(later),
                                0,
                                0,
                                List.of(),
                                dead.plannedAt(),
                                1));
    }

    @Test
    void whatItsWorkersDieOfCountsAsAFailureAfterThree() {
        Delivery delivery = pendingDelivery().attempt(NOW).orThrow().state();
        Instant now = NOW;
        for (int death = 1; death <= Delivery.LOST_MAX; death++) {
            assertThat(delivery.isLost()).isFalse();
            now = now.plus(Delivery.LEASE);
            delivery = delivery.attempt(now).orThrow().state();
            assertThat(delivery.lost()).isEqualTo(death);
        }
        assertThat(delivery.isLost()).isTrue();

        Delivery waiting = record(delivery, SILENT, 0.5, now);

        assertThat(waiting.attempts()).hasSize(1);
        Delivery again = waiting.attempt(now.plus(Duration.ofDays(1))).orThrow().state();
        assertThat(again.isLost()).isFalse();
        assertThat(again.lost()).isZero();
    }

    private static Delivery record(Delivery sending, Answer answer, double chance, Instant now) {
        return sending.record(answer, sending.taken(), chance, now).orThrow().state();
    }
}
