package io.guildhall.rest.jobtobot.task;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailedFinal;
import org.jspecify.annotations.Nullable;

/** Where a task stands, in the document's word for it. */
final class TaskWord {

    private TaskWord() {}

    /**
     * @param delivery the latest that the reader may see; what the gate said of it is between its
     *     two sides, so that to everybody else the task is merely claimed or delivered
     */
    static String of(Bounty bounty, @Nullable Submission delivery) {
        return switch (bounty.status()) {
            case AwaitingFunding _ -> throw new IllegalArgumentException("No task yet");
            case Open _ -> "open";
            case Claimed(var claim) ->
                    delivery != null
                                    && delivery.claim().equals(claim)
                                    && delivery.status() instanceof GateFailed
                            ? "pdqg_failed"
                            : "claimed";
            case InReview(var _, var submission) ->
                    delivery != null
                                    && delivery.id().equals(submission)
                                    && delivery.status() instanceof GateFailedFinal
                            ? "pdqg_final_fail"
                            : "delivered";
            case Disputed _ -> "disputed";
            case Completed _, Paid _ -> "completed";
            case Cancelled _ -> "cancelled";
            case Expired _ -> "expired";
        };
    }
}
