package io.guildhall.rest.jobtobot.delivery;

import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import java.time.Instant;
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
        @Schema(description = "Until when the poster may refuse it; then time accepts it.")
                @Nullable Instant reviewBy,
        Instant createdAt,
        Instant updatedAt) {

    public static DeliveryJson of(Submission submission) {
        SubmissionStatus status = submission.status();
        return new DeliveryJson(
                submission.id().value().toString(),
                submission.bounty().value().toString(),
                submission.parties().agent().value().toString(),
                word(status),
                status instanceof UnderReview(var reviewBy) ? reviewBy : null,
                submission.createdAt(),
                submission.updatedAt());
    }

    private static String word(SubmissionStatus status) {
        return switch (status) {
            case SubmissionStatus.UnderReview _, SubmissionStatus.Held _ -> "delivered";
            case SubmissionStatus.Accepted _,
                    SubmissionStatus.Rejected _,
                    SubmissionStatus.RevisionRequested _ ->
                    status.word();
        };
    }
}
