package io.guildhall.domain.submission;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW_BY;
import static io.guildhall.domain.submission.SubmissionFixture.submissionUnderReview;
import static io.guildhall.domain.submission.SubmissionFixture.with;
import static io.guildhall.domain.submission.SubmissionFixture.work;

import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubmissionStatesTest {

    private static final String EXPECTED =
            """
            receive:
              nothing -> under_review + SubmissionCreated
            receive nothing:
              nothing !! invalid_field
            accept:
              under_review -> accepted + SubmissionAccepted
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            accept after the review window:
              under_review -> accepted + SubmissionAccepted
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            acceptByTime:
              under_review !! not_due_yet
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            acceptByTime when due:
              under_review -> accepted + SubmissionAccepted
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            reject:
              under_review -> rejected + SubmissionRejected
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            reject without a word:
              under_review !! invalid_field
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            reject without a criterion:
              under_review !! invalid_field
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            reject after the review window:
              under_review !! review_window_over
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            requestRevision:
              under_review -> revision_requested + SubmissionRevisionRequested
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            requestRevision without a word:
              under_review !! invalid_field
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            requestRevision without a criterion:
              under_review -> revision_requested + SubmissionRevisionRequested
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            requestRevision after the review window:
              under_review !! review_window_over
              under_review_held !! submission_in_dispute
              accepted, rejected, revision_requested !! submission_wrong_state
            hold:
              under_review -> under_review_held
              under_review_held, accepted, rejected, revision_requested !! submission_wrong_state
            hold after the review window:
              under_review !! review_window_over
              under_review_held, accepted, rejected, revision_requested !! submission_wrong_state
            goOn:
              under_review_held -> under_review
              under_review, accepted, rejected, revision_requested !! submission_wrong_state
            award:
              under_review_held -> accepted + SubmissionAccepted
              under_review, accepted, rejected, revision_requested !! submission_wrong_state
            lose:
              under_review_held -> rejected + SubmissionRejected
              under_review, accepted, rejected, revision_requested !! submission_wrong_state
            """;

    private final StateMatrix<Submission> matrix =
            new StateMatrix<>(Submission.class, SubmissionStatesTest::state)
                    .state("under_review", submissionUnderReview())
                    .state("under_review_held", SubmissionFixture.heldSubmission())
                    .state("accepted", SubmissionFixture.acceptedSubmission(Acceptance.POSTER))
                    .state("rejected", judged(new SubmissionStatus.Rejected(REVIEW, NOW)))
                    .state(
                            "revision_requested",
                            judged(new SubmissionStatus.RevisionRequested(REVIEW, NOW)))
                    .creation("receive", () -> receive(work()))
                    .creation("receive nothing", () -> receive(new Work("", List.of())))
                    .command("accept", submission -> submission.accept(usd(1), NOW))
                    .command(
                            "accept after the review window",
                            submission -> submission.accept(usd(1), REVIEW_BY))
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
                    .command("award", submission -> submission.award(usd(1), NOW))
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

    private static Decision<Submission> receive(Work work) {
        return Submission.receive(
                SUBMISSION, BountyFixture.claimedBounty(), ClaimFixture.pausedClaim(), work, NOW);
    }
}
