package io.guildhall.domain.submission;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.submission.SubmissionFixture.RESUBMIT_BY;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW_BY;
import static io.guildhall.domain.submission.SubmissionFixture.submissionUnderReview;
import static io.guildhall.domain.submission.SubmissionFixture.with;
import static io.guildhall.domain.submission.SubmissionFixture.work;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.quality.VerdictFixture;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubmissionStatesTest {

    private static final Bounty GATED =
            BountyFixture.claimed(BountyFixture.openBounty(terms().gated().build()));

    private static final String EXPECTED =
            """
            receive:
              nothing -> under_review + SubmissionCreated
            receive at a gate:
              nothing -> received
            receive nothing:
              nothing !! invalid_field
            takeToJudge:
              received -> received
              received taken !! submission_being_judged
              GATE_FAILED, UNDER_REVIEW, JUDGED !! submission_wrong_state
            takeToJudge when nobody answered:
              RECEIVED -> received
              GATE_FAILED, UNDER_REVIEW, JUDGED !! submission_wrong_state
            pass:
              RECEIVED -> under_review + SubmissionCreated
              GATE_FAILED, UNDER_REVIEW, JUDGED !! submission_wrong_state
            pass with a warning:
              RECEIVED -> under_review + SubmissionCreated
              GATE_FAILED, UNDER_REVIEW, JUDGED !! submission_wrong_state
            pass without success:
              received -> gate_failed + SubmissionGateFailed
              received taken -> gate_failed_final + SubmissionGateFailed
              GATE_FAILED, UNDER_REVIEW, JUDGED !! submission_wrong_state
            failForGood:
              gate_failed !! not_due_yet
              RECEIVED, gate_failed_final, UNDER_REVIEW, JUDGED !! submission_wrong_state
            failForGood when due:
              gate_failed -> gate_failed_final + SubmissionGateFailed
              RECEIVED, gate_failed_final, UNDER_REVIEW, JUDGED !! submission_wrong_state
            accept:
              under_review -> accepted + SubmissionAccepted
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            accept after the review window:
              under_review -> accepted + SubmissionAccepted
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            acceptByPolicy:
              under_review -> accepted + SubmissionAccepted
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            acceptByTime:
              under_review !! not_due_yet
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            acceptByTime when due:
              under_review -> accepted + SubmissionAccepted
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            reject:
              under_review -> rejected + SubmissionRejected
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            reject without a word:
              under_review !! invalid_field
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            reject without a criterion:
              under_review !! invalid_field
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            reject after the review window:
              under_review !! review_window_over
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            requestRevision:
              under_review -> revision_requested + SubmissionRevisionRequested
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            requestRevision without a word:
              under_review !! invalid_field
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            requestRevision without a criterion:
              under_review -> revision_requested + SubmissionRevisionRequested
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            requestRevision after the review window:
              under_review !! review_window_over
              BEING_JUDGED
              under_review_held !! submission_in_dispute
              GATE_FAILED, JUDGED !! submission_wrong_state
            hold:
              under_review -> under_review_held
              BEING_JUDGED
              GATE_FAILED, under_review_held, JUDGED !! submission_wrong_state
            hold after the review window:
              under_review !! review_window_over
              BEING_JUDGED
              GATE_FAILED, under_review_held, JUDGED !! submission_wrong_state
            goOn:
              under_review_held -> under_review
              RECEIVED, GATE_FAILED, under_review, JUDGED !! submission_wrong_state
            knowAs the contract does:
              under_review -> under_review + SubmissionCreated
              under_review_held -> under_review_held
              accepted -> accepted
              rejected -> rejected
              revision_requested -> revision_requested
              RECEIVED, GATE_FAILED !! submission_wrong_state
            reviewUntil the contract's end:
              under_review -> under_review
              under_review_held -> under_review_held
              RECEIVED, GATE_FAILED, JUDGED !! submission_wrong_state
            award:
              under_review_held -> accepted + SubmissionAccepted
              RECEIVED, GATE_FAILED, under_review, JUDGED !! submission_wrong_state
            takeBack:
              UNDER_REVIEW -> rejected + SubmissionRejected
              RECEIVED, GATE_FAILED, JUDGED !! submission_wrong_state
            lose:
              under_review_held -> rejected + SubmissionRejected
              RECEIVED, GATE_FAILED, under_review, JUDGED !! submission_wrong_state
            """
                    .replace("BEING_JUDGED", "RECEIVED !! submission_being_judged")
                    .replace("RECEIVED", "received, received taken")
                    .replace("GATE_FAILED", "gate_failed, gate_failed_final")
                    .replace("UNDER_REVIEW", "under_review, under_review_held")
                    .replace("JUDGED", "accepted, rejected, revision_requested");

    private final StateMatrix<Submission> matrix =
            new StateMatrix<>(Submission.class, SubmissionStatesTest::state)
                    .state("received", SubmissionFixture.receivedSubmission())
                    .state("received taken", SubmissionFixture.secondTryBeingJudged())
                    .state("gate_failed", SubmissionFixture.failedSubmission())
                    .state("gate_failed_final", judged(new SubmissionStatus.GateFailedFinal(NOW)))
                    .state("under_review", submissionUnderReview())
                    .state("under_review_held", SubmissionFixture.heldSubmission())
                    .state("accepted", SubmissionFixture.acceptedSubmission(Acceptance.POSTER))
                    .state("rejected", judged(new SubmissionStatus.Rejected(REVIEW, NOW)))
                    .state(
                            "revision_requested",
                            judged(new SubmissionStatus.RevisionRequested(REVIEW, NOW)))
                    .creation("receive", () -> receive(work()))
                    .creation("receive at a gate", () -> receive(GATED, work()))
                    .creation("receive nothing", () -> receive(new Work("", List.of())))
                    .command("takeToJudge", submission -> submission.takeToJudge(NOW))
                    .command(
                            "takeToJudge when nobody answered",
                            submission -> submission.takeToJudge(NOW.plus(Submission.JUDGE_LEASE)))
                    .command("pass", submission -> pass(submission, 6_501))
                    .command("pass with a warning", submission -> pass(submission, 4_000))
                    .command("pass without success", submission -> pass(submission, 3_999))
                    .command("failForGood", submission -> submission.failForGood(RESUBMIT_BY))
                    .command(
                            "failForGood when due",
                            submission -> submission.failForGood(RESUBMIT_BY.plusNanos(1_000)))
                    .command("accept", submission -> submission.accept(usd(1), NOW))
                    .command(
                            "accept after the review window",
                            submission -> submission.accept(usd(1), REVIEW_BY))
                    .command("acceptByPolicy", submission -> submission.acceptByPolicy(usd(1), NOW))
                    .command("acceptByTime", submission -> submission.acceptByTime(usd(1), NOW))
                    .command(
                            "acceptByTime when due",
                            submission -> submission.acceptByTime(usd(1), REVIEW_BY))
                    .command("reject", submission -> submission.reject(REVIEW, 2, NOW))
                    .command(
                            "reject without a word",
                            submission -> submission.reject(Review.notes(""), 2, NOW))
                    .command(
                            "reject without a criterion",
                            submission -> submission.reject(Review.notes("Not yet"), 2, NOW))
                    .command(
                            "reject after the review window",
                            submission -> submission.reject(REVIEW, 2, REVIEW_BY))
                    .command(
                            "requestRevision",
                            submission -> submission.requestRevision(REVIEW, 2, NOW))
                    .command(
                            "requestRevision without a word",
                            submission -> submission.requestRevision(Review.notes(""), 2, NOW))
                    .command(
                            "requestRevision without a criterion",
                            submission ->
                                    submission.requestRevision(Review.notes("Not yet"), 2, NOW))
                    .command(
                            "requestRevision after the review window",
                            submission -> submission.requestRevision(REVIEW, 2, REVIEW_BY))
                    .command("hold", submission -> submission.hold(NOW))
                    .command(
                            "hold after the review window",
                            submission -> submission.hold(REVIEW_BY))
                    .command("goOn", submission -> submission.goOn(NOW))
                    .command(
                            "knowAs the contract does",
                            submission -> submission.knowAs(Digest.of("something else"), NOW))
                    .command(
                            "reviewUntil the contract's end",
                            submission -> submission.reviewUntil(REVIEW_BY, NOW))
                    .command("award", submission -> submission.award(usd(1), NOW))
                    .command("takeBack", submission -> submission.takeBack("chain_reorg", NOW))
                    .command("lose", submission -> submission.lose("ruled_for_poster", NOW));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(
                submission -> Stream.of(submission.status()), SubmissionStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/submission.md",
                matrix.page("The life of a submission", "SubmissionStatesTest"));
    }

    /** The poster sees a submission under review either way; only its clock differs. */
    private static String state(Submission submission) {
        String word = submission.status().word();
        return submission.status() instanceof SubmissionStatus.Held ? word + "_held" : word;
    }

    private static Submission judged(SubmissionStatus status) {
        return with(submissionUnderReview(), status);
    }

    private static Decision<Submission> pass(Submission submission, int score) {
        return submission.pass(VerdictFixture.verdict(score), Duration.ofDays(7), NOW);
    }

    private static Decision<Submission> receive(Work work) {
        return receive(BountyFixture.claimedBounty(), work);
    }

    private static Decision<Submission> receive(Bounty bounty, Work work) {
        return Submission.receive(SUBMISSION, bounty, ClaimFixture.pausedClaim(), false, work, NOW);
    }
}
