package io.guildhall.domain.payout;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.dispute.DisputeFixture.DISPUTE;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.payout.PayoutFixture.PAYOUT;
import static io.guildhall.domain.payout.PayoutFixture.confirmingWithdrawal;
import static io.guildhall.domain.payout.PayoutFixture.pendingPayoutForWork;
import static io.guildhall.domain.payout.PayoutFixture.pendingWithdrawal;
import static io.guildhall.domain.payout.PayoutFixture.sendingWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.payout.PaymentProvider.Found;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.payout.PayoutEvent.PayoutDelayed;
import io.guildhall.domain.payout.PayoutEvent.PayoutFailed;
import io.guildhall.domain.payout.PayoutEvent.PayoutReturned;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Confirming;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Sending;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutTest {

    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Outcome NO_ANSWER = new Outcome.Unknown("no_answer");
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
    void agentsPartOfADisputeIsPaidLessItsFee() {
        Payout payout = PayoutFixture.pendingPayoutForDispute();

        assertThat(payout.net()).isEqualTo(usd(6_750));
        assertThat(payout.payee()).isEqualTo(BOB);
        assertThat(payout.source())
                .isEqualTo(new PayoutSource.EndedDispute(DISPUTE, BOUNTY, BOBS_AGENT));
    }

    @Test
    void payoutForWorkBelongsToItsBountysStoryAndAWithdrawalToItsOwn() {
        for (Payout payout :
                List.of(pendingPayoutForWork(), PayoutFixture.pendingPayoutForDispute())) {
            assertThat(payout.settleInside(NOW).orThrow().events())
                    .singleElement()
                    .extracting(DomainEvent::story)
                    .isEqualTo(new Subject(Subject.Kind.BOUNTY, BOUNTY.value()));
        }
        assertThat(sendingWithdrawal(1).record(new Outcome.Settled(), 1, NOW).orThrow().events())
                .singleElement()
                .extracting(DomainEvent::story)
                .isEqualTo(new Subject(Subject.Kind.PAYOUT, PAYOUT.value()));
    }

    @Test
    void silentRailIsToldOfOnceAfterADay() {
        Payout payout = pendingWithdrawal();
        Map<Instant, PayoutEvent> told = new LinkedHashMap<>();
        for (Instant now = NOW; now.isBefore(NOW.plus(A_WEEK)); now = due(payout)) {
            Payout sending = payout.attempt(now).orThrow().state();
            var unknown = sending.record(NO_ANSWER, sending.attempts(), now).orThrow();
            payout = unknown.state();
            for (DomainEvent event : unknown.events()) {
                told.put(now, (PayoutEvent) event);
            }
        }

        assertThat(told)
                .containsExactly(
                        Map.entry(
                                NOW.plus(Duration.ofDays(1)),
                                new PayoutDelayed(PAYOUT, payout.source(), BOB, NOW)));
        assertThat(payout.unanswered()).isEqualTo(new Unanswered(NOW, true));
    }

    @Test
    void silenceIsCountedFromTheWorkerThatDied() {
        Instant takenOver = NOW.plus(Duration.ofHours(25));

        Payout sending = sendingWithdrawal(1).attempt(takenOver).orThrow().state();

        assertThat(sending.unanswered()).isEqualTo(new Unanswered(NOW, false));
        assertThat(sending.record(NO_ANSWER, 2, takenOver).orThrow().events())
                .containsExactly(new PayoutDelayed(PAYOUT, sending.source(), BOB, NOW));
    }

    @Test
    void whatWasBlockedIsLookedForBeforeItIsSentOn() {
        Payout blocked = PayoutFixture.blockedWithdrawal();

        for (var again : List.of(blocked.resume(NOW), blocked.retry(NOW))) {
            assertThat(again.orThrow().state().attempt(NOW).orThrow().state().unanswered())
                    .isEqualTo(new Unanswered(NOW, false));
        }
        assertThat(pendingWithdrawal().attempt(NOW).orThrow().state().unanswered()).isNull();
    }

    @Test
    void clearAnswerEndsTheSilence() {
        Payout asked =
                confirmingWithdrawal(3, new Unanswered(NOW.minus(A_WEEK), true), NOW)
                        .attempt(NOW)
                        .orThrow()
                        .state();

        for (Outcome clear :
                List.of(new Outcome.Settled(), FAILED, new Outcome.Declined("closed", "Wait"))) {
            assertThat(asked.record(clear, 4, NOW).orThrow().state().unanswered()).isNull();
        }
        assertThat(asked.record(NO_ANSWER, 4, NOW).orThrow().state().unanswered())
                .isEqualTo(new Unanswered(NOW.minus(A_WEEK), true));
    }

    @Test
    void blockedPayoutIsGivenBackAfterThirtyDays() {
        Payout blocked = PayoutFixture.blockedWithdrawal();
        Instant due = NOW.plus(Duration.ofDays(30));

        assertThat(blocked.giveBack(new Found.Nothing(), due.minusNanos(1_000)).isAccepted())
                .isFalse();
        var returned = blocked.giveBack(new Found.Nothing(), due).orThrow();

        assertThat(returned.state().stage()).isEqualTo(new PayoutStage.Returned("closed", due));
        assertThat(returned.events())
                .containsExactly(
                        new PayoutReturned(PAYOUT, blocked.source(), BOB, blocked.net(), "closed"));
        assertThat(returned.state().dueAt()).isNull();
    }

    @Test
    void whatTheRailHasCarriedAfterAllIsNotGivenBack() {
        Payout blocked = PayoutFixture.blockedWithdrawal();
        Instant due = NOW.plus(Payout.BLOCKED_MAX);

        assertThat(blocked.giveBack(new Found.Gone(), due.minusNanos(1_000)).isAccepted())
                .isFalse();
        var gone = blocked.giveBack(new Found.Gone(), due).orThrow();

        assertThat(gone.state().stage()).isEqualTo(new PayoutStage.Completed(due));
        assertThat(gone.events())
                .containsExactly(new PayoutCompleted(PAYOUT, blocked.source(), BOB, blocked.net()));
    }

    @Test
    void whatTheRailDoesNotTellOfIsLookedForAgainInAnHour() {
        Payout blocked = PayoutFixture.blockedWithdrawal();
        Instant late = NOW.plus(Payout.BLOCKED_MAX).plus(A_WEEK);

        var unclear = blocked.giveBack(new Found.Unclear("no_answer"), late).orThrow();

        assertThat(unclear.state().stage()).isInstanceOf(PayoutStage.Blocked.class);
        assertThat(unclear.state().dueAt()).isEqualTo(late.plus(Duration.ofHours(1)));
        assertThat(unclear.events()).isEmpty();
    }

    @Test
    void nothingIsSentThatMightNotBeOverWhenItsLeaseIs() {
        Payout taken = pendingWithdrawal().attempt(NOW).orThrow().state();
        Instant leaseUntil = due(taken);

        assertThat(taken.canBeSent(NOW)).isTrue();
        assertThat(taken.canBeSent(leaseUntil.minusSeconds(60).minusNanos(1_000))).isTrue();
        assertThat(taken.canBeSent(leaseUntil.minusSeconds(60))).isFalse();
        assertThat(PayoutFixture.blockedWithdrawal().canBeSent(NOW)).isFalse();
    }

    @Test
    void answerToAnAttemptThatWasTakenOverIsRefused() {
        Payout takenOver = sendingWithdrawal(2);

        assertThat(takenOver.record(new Outcome.Declined("closed", "Wait"), 1, NOW).isAccepted())
                .isFalse();
        assertThat(takenOver.record(new Outcome.Settled(), 2, NOW).isAccepted()).isTrue();
    }

    private static Instant due(Payout payout) {
        return Objects.requireNonNull(payout.dueAt());
    }
}
