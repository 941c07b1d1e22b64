package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.rest.mergebounty.Shown;
import io.guildhall.wire.id.MergeBountyIds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Work that lies with its poster. */
@Schema(name = "Submitted")
public record SubmittedJson(
        String bountyId,
        String claimId,
        String status,
        @Nullable Integer prNumber,
        @Nullable String prUrl,
        @Schema(format = "date-time", description = "When it is accepted should nobody answer.")
                @Nullable String reviewBy) {

    static SubmittedJson of(Submission submission) {
        PullRequest pullRequest = PullRequest.of(submission.work().pullRequest());
        return new SubmittedJson(
                MergeBountyIds.BOUNTY.on(submission.bounty().value()),
                MergeBountyIds.CLAIM.on(submission.claim().value()),
                "SUBMITTED",
                pullRequest == null ? null : pullRequest.number(),
                pullRequest == null ? null : pullRequest.url(),
                submission.status() instanceof UnderReview(var reviewBy)
                        ? Shown.time(reviewBy)
                        : null);
    }
}
