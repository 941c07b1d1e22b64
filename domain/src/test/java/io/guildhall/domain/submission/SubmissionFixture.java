package io.guildhall.domain.submission;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.claim.ClaimFixture.PARTIES;

import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.claim.Claim;
import java.time.Instant;
import java.util.List;

/** What Bob's agent handed in, in each state of its life. */
public final class SubmissionFixture {

    public static final Instant REVIEW_BY = NOW.plus(BountyTerms.REVIEW_WINDOW_DEFAULT);
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
                work(),
                new SubmissionStatus.UnderReview(REVIEW_BY),
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
                work(),
                new SubmissionStatus.UnderReview(REVIEW_BY),
                NOW,
                NOW,
                0);
    }

    /** Its review stands still in a dispute. */
    public static Submission heldSubmission() {
        return with(submissionUnderReview(), new SubmissionStatus.Held(REVIEW_BY, NOW));
    }

    public static Submission acceptedSubmission(Acceptance by) {
        return with(submissionUnderReview(), new SubmissionStatus.Accepted(by, NOW));
    }

    public static Submission with(Submission submission, SubmissionStatus status) {
        return new Submission(
                submission.id(),
                submission.bounty(),
                submission.claim(),
                submission.parties(),
                submission.fence(),
                submission.round(),
                submission.work(),
                status,
                submission.createdAt(),
                submission.updatedAt(),
                submission.version());
    }
}
