package io.guildhall.domain.payout;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.payout.PayoutFixture.pendingPayoutForWork;
import static io.guildhall.domain.payout.PayoutFixture.pendingWithdrawal;
import static io.guildhall.domain.payout.PayoutFixture.sendingWithdrawal;
import static io.guildhall.domain.payout.PayoutFixture.with;

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

    private static final String EXPECTED =
            """
            withdrawal:
              nothing -> pending
            forSubmission:
              nothing -> pending
            settleInside:
              pending inside -> completed + PayoutCompleted
              pending, sending, sending last, confirming, completed, failed, blocked !! payout_wrong_stage
            attempt:
              pending, pending inside -> sending
              sending, sending last, confirming, failed !! not_due_yet
              completed, blocked !! payout_wrong_stage
            attempt when due:
              pending, pending inside, sending, sending last, confirming, failed -> sending
              completed, blocked !! payout_wrong_stage
            record settled:
              sending, sending last -> completed + PayoutCompleted
              pending, pending inside, confirming, completed, failed, blocked !! payout_wrong_stage
            record unknown:
              sending, sending last -> confirming
              pending, pending inside, confirming, completed, failed, blocked !! payout_wrong_stage
            record failed:
              sending -> failed + PayoutFailed
              sending last -> blocked + PayoutFailed
              pending, pending inside, confirming, completed, failed, blocked !! payout_wrong_stage
            record declined:
              sending, sending last -> blocked + PayoutFailed
              pending, pending inside, confirming, completed, failed, blocked !! payout_wrong_stage
            record of an attempt taken over:
              pending, pending inside, sending, sending last, confirming, completed, failed, blocked !! payout_wrong_stage
            """;

    private final StateMatrix<Payout> matrix =
            new StateMatrix<>(Payout.class, payout -> payout.stage().word())
                    .state("pending", pendingWithdrawal())
                    .state("pending inside", pendingPayoutForWork())
                    .state("sending", sendingWithdrawal(1))
                    .state("sending last", sendingWithdrawal(Payout.ATTEMPTS_MAX))
                    .state("confirming", at(new PayoutStage.Confirming(NOW, "no_answer", LATER)))
                    .state("completed", at(new PayoutStage.Completed(NOW)))
                    .state("failed", at(new PayoutStage.Failed("rail_down", LATER)))
                    .state("blocked", at(new PayoutStage.Blocked("closed", "Name another", NOW)))
                    .creation("withdrawal", () -> Decision.accept(pendingWithdrawal()))
                    .creation("forSubmission", () -> Decision.accept(pendingPayoutForWork()))
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
                                            NOW));

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
