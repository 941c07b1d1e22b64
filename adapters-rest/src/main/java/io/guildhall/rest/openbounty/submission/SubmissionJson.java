package io.guildhall.rest.openbounty.submission;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.rest.openbounty.timer.TimerJson;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Handed-in work as the caller sees it. */
@Schema(name = "Submission")
@JsonNaming(SnakeCaseStrategy.class)
public record SubmissionJson(
        String id,
        String bountyId,
        String claimId,
        String agentId,
        @Schema(
                        description =
                                "received, gate_failed, gate_failed_final, under_review, accepted, rejected or"
                                        + " revision_requested")
                String status,
        String content,
        List<DeliverableJson> deliverables,
        @Schema(description = "The quality gate's verdict; null where it has not judged.")
                @Nullable VerdictJson verdict,
        @Nullable String notes,
        List<CriterionResultJson> criteriaResults,
        @Schema(
                        description =
                                "poster, policy (what the bounty's verification asks for has come"
                                        + " about), time or dispute; null unless it is accepted.")
                @Nullable String acceptedBy,
        @Schema(description = "Until when the poster may refuse it; then time accepts it.")
                @Nullable Instant reviewBy,
        @Schema(description = "Whether a dispute has stopped the review.") boolean held,
        @Schema(description = "1 for the claim's first submission.") int round,
        @Schema(description = "Whether it is the second try of one that failed the quality gate.")
                boolean resubmission,
        long fence,
        @Nullable TimerJson timer,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "What the caller could successfully do with it now.")
                List<String> allowedActions) {

    public static SubmissionJson of(Submission submission, List<String> allowedActions) {
        SubmissionStatus status = submission.status();
        Review review = submission.review();
        return new SubmissionJson(
                OpenBountyIds.SUBMISSION.on(submission.id().value()),
                OpenBountyIds.BOUNTY.on(submission.bounty().value()),
                OpenBountyIds.CLAIM.on(submission.claim().value()),
                OpenBountyIds.AGENT.on(submission.parties().agent().value()),
                status.word(),
                submission.work().content(),
                submission.work().deliverables().stream().map(DeliverableJson::of).toList(),
                VerdictJson.of(submission),
                review == null ? null : review.notes(),
                CriterionResultJson.of(review),
                status instanceof Accepted(var by, var _) ? by.word() : null,
                status instanceof UnderReview(var reviewBy) ? reviewBy : null,
                status instanceof Held,
                submission.round(),
                submission.resubmission(),
                submission.fence(),
                TimerJson.of(submission.timer()),
                submission.createdAt(),
                submission.updatedAt(),
                allowedActions);
    }
}
