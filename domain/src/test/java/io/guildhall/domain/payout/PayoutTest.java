package io.guildhall.domain.payout;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.payout.PayoutFixture.pendingPayoutForWork;
import static io.guildhall.domain.payout.PayoutFixture.pendingWithdrawal;
import static io.guildhall.domain.payout.PayoutFixture.sendingWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.PayoutEvent.PayoutFailed;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Confirming;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Sending;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutTest {

    private static final Outcome FAILED = new Outcome.Failed("rail_down");

    @Test
    void workIsPaidLessItsFee() {
        assertThat(pendingPayoutForWork().gross()).isEqualTo(usd(15_000));
        assertThat(pendingPayoutForWork().fee()).isEqualTo(usd(1_500));
        assertThat(pendingPayoutForWork().net()).isEqualTo(usd(13_500));
        assertThat(pendingPayoutForWork().payee()).isEqualTo(BOB);
        assertThat(pendingWithdrawal().net()).isEqualTo(pendingWithdrawal().gross());
    }

    @Test
    void attemptIsLeasedForTwoMinutes() {
        Payout sending = pendingWithdrawal().attempt(NOW).orThrow().state();

        assertThat(sending.stage()).isEqualTo(new Sending(NOW, NOW.plusSeconds(120)));
        assertThat(sending.attempts()).isEqualTo(1);
        assertThat(sending.attempt(NOW.plusSeconds(119)).isAccepted()).isFalse();
        assertThat(sending.attempt(NOW.plusSeconds(120)).orThrow().state().attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "2, 60", "3, 120", "4, 240", "9, 7680"})
    void waitDoublesFromHalfAMinute(int attempts, long seconds) {
        Payout failed = sendingWithdrawal(attempts).record(FAILED, attempts, NOW).orThrow().state();

        assertThat(failed.stage()).isEqualTo(new Failed("rail_down", NOW.plusSeconds(seconds)));
        assertThat(failed.dueAt()).isEqualTo(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"11", "12", "40", "1000"})
    void waitForAnAnswerNeverGrowsBeyondSixHours(int attempts) {
        Payout confirming =
                sendingWithdrawal(attempts)
                        .record(new Outcome.Unknown("no_answer"), attempts, NOW)
                        .orThrow()
                        .state();

        assertThat(confirming.stage())
                .isEqualTo(new Confirming(NOW, "no_answer", NOW.plus(Duration.ofHours(6))));
    }

    @Test
    void tenthFailureBlocksThePayout() {
        int last = Payout.ATTEMPTS_MAX;

        var blocked = sendingWithdrawal(last).record(FAILED, last, NOW).orThrow();

        assertThat(blocked.state().stage()).isInstanceOf(Blocked.class);
        assertThat(blocked.state().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(blocked.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        PayoutFailed.class, event -> assertThat(event.isFinal()).isTrue());
        assertThat(sendingWithdrawal(last - 1).record(FAILED, last - 1, NOW).orThrow().events())
                .singleElement()
                .isInstanceOfSatisfying(
                        PayoutFailed.class, event -> assertThat(event.isFinal()).isFalse());
    }

    @Test
    void unknownOutcomeIsNeverAFailureHoweverOftenItComes() {
        Payout confirming =
                sendingWithdrawal(50)
                        .record(new Outcome.Unknown("no_answer"), 50, NOW)
                        .orThrow()
                        .state();

        assertThat(confirming.stage()).isInstanceOf(Confirming.class);
    }

    @Test
    void answerToAnAttemptThatWasTakenOverIsRefused() {
        Payout takenOver = sendingWithdrawal(2);

        assertThat(takenOver.record(new Outcome.Declined("closed", "Wait"), 1, NOW).isAccepted())
                .isFalse();
        assertThat(takenOver.record(new Outcome.Settled(), 2, NOW).isAccepted()).isTrue();
    }
}
