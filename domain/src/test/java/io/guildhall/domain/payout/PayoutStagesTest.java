package io.guildhall.domain.payout;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.payout.PayoutFixture.pendingPayoutForWork;
import static io.guildhall.domain.payout.PayoutFixture.pendingWithdrawal;
import static io.guildhall.domain.payout.PayoutFixture.sendingWithdrawal;
import static io.guildhall.domain.payout.PayoutFixture.with;

import io.guildhall.domain.payout.PaymentProvider.Found;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PayoutStagesTest {

    private static final Instant LATER = NOW.plus(Duration.ofHours(7));
    private static final Instant GIVEN_BACK = NOW.plus(Payout.BLOCKED_MAX);

    private static final String EXPECTED =
            """
            withdrawal:
              nothing -> pending
            refund:
              nothing -> pending
            forSubmission:
              nothing -> pending
            forDispute:
              nothing -> pending
            forTicket:
              nothing -> pending
            settleInside:
              pending inside -> completed + PayoutCompleted
              pending, SENDING, confirming, completed, refunded, failed, blocked, returned !! payout_wrong_stage
            attempt:
              pending, pending inside -> sending
              SENDING, confirming, failed !! not_due_yet
              completed, refunded, blocked, returned !! payout_wrong_stage
            attempt when due:
              pending, pending inside, SENDING, confirming, failed -> sending
              completed, refunded, blocked, returned !! payout_wrong_stage
            record settled:
              SENDING -> completed + PayoutCompleted
              pending, pending inside, confirming, completed, refunded, failed, blocked, returned !! payout_wrong_stage
            record unknown:
              SENDING -> confirming
              pending, pending inside, confirming, completed, refunded, failed, blocked, returned !! payout_wrong_stage
            record unknown after a day:
              SENDING -> confirming + PayoutDelayed
              pending, pending inside, confirming, completed, refunded, failed, blocked, returned !! payout_wrong_stage
            record failed:
              sending -> failed + PayoutFailed
              sending last -> blocked + PayoutFailed
              pending, pending inside, confirming, completed, refunded, failed, blocked, returned !! payout_wrong_stage
            record declined:
              SENDING -> blocked + PayoutFailed
              pending, pending inside, confirming, completed, refunded, failed, blocked, returned !! payout_wrong_stage
            record of an attempt taken over:
              pending, pending inside, SENDING, confirming, completed, refunded, failed, blocked, returned !! payout_wrong_stage
            retry:
              confirming -> confirming
              failed -> failed
              blocked -> pending
              pending, pending inside, SENDING, completed, refunded, returned !! payout_wrong_stage
            resume:
              blocked -> pending
              pending, pending inside, SENDING, confirming, completed, refunded, failed, returned !! payout_wrong_stage
            giveBack:
              blocked !! not_due_yet
              pending, pending inside, SENDING, confirming, completed, refunded, failed, returned !! payout_wrong_stage
            giveBack when due:
              blocked -> returned + PayoutReturned
              pending, pending inside, SENDING, confirming, completed, refunded, failed, returned !! payout_wrong_stage
            giveBack of what has gone:
              blocked -> completed + PayoutCompleted
              pending, pending inside, SENDING, confirming, completed, refunded, failed, returned !! payout_wrong_stage
            giveBack of what may have gone:
              blocked -> blocked
              pending, pending inside, SENDING, confirming, completed, refunded, failed, returned !! payout_wrong_stage
            bounce:
              refunded -> returned + PayoutReturned
              pending, pending inside, SENDING, confirming, completed, failed, blocked, returned !! payout_wrong_stage
            """
                    .replace("SENDING", "sending, sending last");

    private final StateMatrix<Payout> matrix =
            new StateMatrix<>(Payout.class, payout -> payout.stage().word())
                    .state("pending", pendingWithdrawal())
                    .state("pending inside", pendingPayoutForWork())
                    .state("sending", sendingWithdrawal(1))
                    .state("sending last", sendingWithdrawal(Payout.ATTEMPTS_MAX))
                    .state("confirming", at(new PayoutStage.Confirming(NOW, "no_answer", LATER)))
                    .state("completed", at(new PayoutStage.Completed(NOW)))
                    .state("refunded", PayoutFixture.completedRefund())
                    .state("failed", at(new PayoutStage.Failed("rail_down", LATER)))
                    .state("blocked", PayoutFixture.blockedWithdrawal())
                    .state("returned", PayoutFixture.returnedWithdrawal())
                    .creation("withdrawal", () -> Decision.accept(pendingWithdrawal()))
                    .creation("refund", () -> Decision.accept(PayoutFixture.pendingRefund()))
                    .creation("forSubmission", () -> Decision.accept(pendingPayoutForWork()))
                    .creation(
                            "forDispute",
                            () -> Decision.accept(PayoutFixture.pendingPayoutForDispute()))
                    .creation(
                            "forTicket",
                            () -> Decision.accept(PayoutFixture.pendingPayoutForTicket()))
                    .command("settleInside", payout -> payout.settleInside(NOW))
                    .command("attempt", payout -> payout.attempt(NOW))
                    .command("attempt when due", payout -> payout.attempt(LATER))
                    .command(
                            "record settled",
                            payout -> payout.record(new Outcome.Settled(), payout.attempts(), NOW))
                    .command(
                            "record unknown",
                            payout ->
                                    payout.record(
                                            new Outcome.Unknown("no_answer"),
                                            payout.attempts(),
                                            NOW))
                    .command(
                            "record unknown after a day",
                            payout ->
                                    payout.record(
                                            new Outcome.Unknown("no_answer"),
                                            payout.attempts(),
                                            NOW.plus(Payout.ANSWER_EXPECTED)))
                    .command(
                            "record failed",
                            payout ->
                                    payout.record(
                                            new Outcome.Failed("rail_down"),
                                            payout.attempts(),
                                            NOW))
                    .command(
                            "record declined",
                            payout ->
                                    payout.record(
                                            new Outcome.Declined("closed", "Name another"),
                                            payout.attempts(),
                                            NOW))
                    .command(
                            "record of an attempt taken over",
                            payout ->
                                    payout.record(
                                            new Outcome.Declined("closed", "Name another"),
                                            payout.attempts() - 1,
                                            NOW))
                    .command("retry", payout -> payout.retry(NOW))
                    .command("resume", payout -> payout.resume(NOW))
                    .command("giveBack", payout -> payout.giveBack(new Found.Nothing(), LATER))
                    .command(
                            "giveBack when due",
                            payout -> payout.giveBack(new Found.Nothing(), GIVEN_BACK))
                    .command(
                            "giveBack of what has gone",
                            payout -> payout.giveBack(new Found.Gone(), GIVEN_BACK))
                    .command(
                            "giveBack of what may have gone",
                            payout -> payout.giveBack(new Found.Unclear("no_answer"), GIVEN_BACK))
                    .command("bounce", payout -> payout.bounce("refund_expired_card", NOW));

    @Test
    void everyStageAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(payout -> Stream.of(payout.stage()), PayoutStage.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/payout.md",
                matrix.page("The stages of a payout", "PayoutStagesTest"));
    }

    private static Payout at(PayoutStage stage) {
        return with(pendingWithdrawal(), stage, 1);
    }
}
