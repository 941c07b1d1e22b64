package io.guildhall.domain.submission;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.claim.ClaimFixture.PARTIES;

import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.quality.VerdictFixture;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Bob's agent handed in, in each state of its life. */
public final class SubmissionFixture {

    public static final Instant REVIEW_BY = NOW.plus(BountyTerms.REVIEW_WINDOW_DEFAULT);
    public static final Instant RESUBMIT_BY = NOW.plus(Submission.RESUBMISSION_WINDOW);
    public static final Review REVIEW =
            new Review(
                    "The second criterion is not met",
                    List.of(
                            new CriterionResult(0, true, ""),
                            new CriterionResult(1, false, "There is no test")));

    private SubmissionFixture() {}

    public static Work work() {
        return new Work(
                "The last row arrives now.",
                List.of(
                        new Deliverable(
                                "pull_request",
                                "https://example.org/pulls/8",
                                "The repair",
                                "ab".repeat(32)),
                        new Deliverable("file", "http://example.org/log", "", null)));
    }

    public static Submission submissionUnderReview() {
        return new Submission(
                SUBMISSION,
                BOUNTY,
                CLAIM,
                PARTIES,
                1,
                1,
                false,
                work(),
                new SubmissionStatus.UnderReview(REVIEW_BY),
                null,
                NOW,
                NOW,
                0);
    }

    public static Submission submissionUnderReview(SubmissionId id, Claim claim, int round) {
        return new Submission(
                id,
                claim.bounty(),
                claim.id(),
                claim.parties(),
                claim.fence(),
                round,
                false,
                work(),
                new SubmissionStatus.UnderReview(REVIEW_BY),
                null,
                NOW,
                NOW,
                0);
    }

    /** Lies with the gate, and nobody has been asked yet. */
    public static Submission receivedSubmission() {
        return with(
                submissionUnderReview(),
                new SubmissionStatus.Received(NOW.plus(Submission.JUDGING_WINDOW), null));
    }

    /** The second try after a failed gate; somebody is being asked about it. */
    public static Submission secondTryBeingJudged() {
        Submission first = receivedSubmission();
        return new Submission(
                first.id(),
                first.bounty(),
                first.claim(),
                first.parties(),
                first.fence(),
                2,
                true,
                first.work(),
                new SubmissionStatus.Received(
                        NOW.plus(Submission.JUDGING_WINDOW), NOW.plus(Submission.JUDGE_LEASE)),
                null,
                NOW,
                NOW,
                0);
    }

    /** The gate has sent it back. */
    public static Submission failedSubmission() {
        return with(
                submissionUnderReview(),
                new SubmissionStatus.GateFailed(RESUBMIT_BY, NOW),
                VerdictFixture.verdict(3_999));
    }

    /** Its review stands still in a dispute. */
    public static Submission heldSubmission() {
        return with(submissionUnderReview(), new SubmissionStatus.Held(REVIEW_BY, NOW));
    }

    public static Submission acceptedSubmission(Acceptance by) {
        return with(submissionUnderReview(), new SubmissionStatus.Accepted(by, NOW));
    }

    public static Submission with(Submission submission, SubmissionStatus status) {
        return with(submission, status, submission.verdict());
    }

    public static Submission with(
            Submission submission, SubmissionStatus status, @Nullable GateVerdict verdict) {
        return new Submission(
                submission.id(),
                submission.bounty(),
                submission.claim(),
                submission.parties(),
                submission.fence(),
                submission.round(),
                submission.resubmission(),
                submission.work(),
                status,
                verdict,
                submission.createdAt(),
                submission.updatedAt(),
                submission.version());
    }

    public static Submission with(Submission submission, Work work) {
        return new Submission(
                submission.id(),
                submission.bounty(),
                submission.claim(),
                submission.parties(),
                submission.fence(),
                submission.round(),
                submission.resubmission(),
                work,
                submission.status(),
                submission.verdict(),
                submission.createdAt(),
                submission.updatedAt(),
                submission.version());
    }
}
