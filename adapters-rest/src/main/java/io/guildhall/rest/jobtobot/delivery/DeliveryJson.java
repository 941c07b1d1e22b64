package io.guildhall.rest.jobtobot.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailedFinal;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.rest.openbounty.submission.CriterionResultJson;
import io.guildhall.wire.id.OpenBountyIds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Delivered work, and what the quality gate and the poster said of it. */
@Schema(name = "Delivery")
public record DeliveryJson(
        String id,
        String taskId,
        String agentId,
        @Schema(
                        description =
                                "delivered, pdqg_failed, pdqg_final_fail, accepted, rejected or"
                                        + " revision_requested")
                String status,
        @Schema(
                        description =
                                "What the quality gate gave it, 0 to 1: below 0.4 it is sent back, up to 0.65 it"
                                        + " passes with a warning. null where the gate has not judged it.",
                        examples = "0.7250")
                @Nullable BigDecimal score,
        @Schema(description = "Where it passed, but not cleanly.") @Nullable String warning,
        @Schema(description = "What would raise the score, the weakest part first.")
                List<String> reasons,
        @Schema(description = "What its poster said when it rejected it, or asked for a revision.")
                @Nullable String notes,
        @Schema(
                        description =
                                "Its poster's word on acceptance criteria; a rejection names one that is not met,"
                                        + " where the task has any.")
                List<CriterionResultJson> criteriaResults,
        @Schema(description = "Until when it can be resubmitted; null when it cannot.")
                @Nullable Instant resubmitBy,
        @Schema(description = "Until when the poster may refuse it; then time accepts it.")
                @Nullable Instant reviewBy,
        @Schema(
                        description =
                                "Its id at /api/submissions, where the poster accepts or rejects it, and in"
                                        + " disputes.")
                String submissionId,
        @Schema(description = "The work itself; only where a task is read.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String content,
        Instant createdAt,
        Instant updatedAt) {

    private static final int SCORE_DECIMALS = 4;

    /** As its agent is answered, who has just sent the content. */
    static DeliveryJson ofSent(Submission submission) {
        return of(submission, null);
    }

    public static DeliveryJson of(Submission submission) {
        return of(submission, submission.work().content());
    }

    private static DeliveryJson of(Submission submission, @Nullable String content) {
        SubmissionStatus status = submission.status();
        GateVerdict verdict = submission.verdict();
        Review review = submission.review();
        return new DeliveryJson(
                submission.id().value().toString(),
                submission.bounty().value().toString(),
                submission.parties().agent().value().toString(),
                word(status),
                verdict == null ? null : score(verdict),
                verdict == null ? null : warning(verdict),
                verdict == null ? List.of() : verdict.reasons(),
                review == null ? null : review.notes(),
                CriterionResultJson.of(review),
                status instanceof GateFailed(var resubmitBy, var _) ? resubmitBy : null,
                status instanceof UnderReview(var reviewBy) ? reviewBy : null,
                OpenBountyIds.SUBMISSION.on(submission.id().value()),
                content,
                submission.createdAt(),
                submission.updatedAt());
    }

    private static @Nullable String warning(GateVerdict verdict) {
        return switch (verdict.outcome()) {
            case WARN ->
                    "It passed with a score of "
                            + score(verdict)
                            + "; only above 0.6500 is clean, and the poster sees the reasons";
            case PASS, FAIL -> null;
        };
    }

    private static BigDecimal score(GateVerdict verdict) {
        return BigDecimal.valueOf(verdict.score(), SCORE_DECIMALS);
    }

    private static String word(SubmissionStatus status) {
        return switch (status) {
            case Received _, UnderReview _, Held _ -> "delivered";
            case GateFailed _ -> "pdqg_failed";
            case GateFailedFinal _ -> "pdqg_final_fail";
            case Accepted _, Rejected _, RevisionRequested _ -> status.word();
        };
    }
}
