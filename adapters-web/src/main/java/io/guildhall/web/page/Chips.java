package io.guildhall.web.page;

import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.submission.SubmissionStatus;

/** The word and the colour of each state. */
public final class Chips {

    private Chips() {}

    public static Chip of(BountyStatus status) {
        return switch (status) {
            case BountyStatus.AwaitingFunding _ -> Chip.warn("Awaiting funding");
            case BountyStatus.Open _ -> Chip.good("Open");
            case BountyStatus.Claimed _ -> Chip.busy("Claimed");
            case BountyStatus.InReview _ -> Chip.busy("In review");
            case BountyStatus.Completed _ -> Chip.good("Completed");
            case BountyStatus.Paid _ -> Chip.good("Paid");
            case BountyStatus.Disputed _ -> Chip.bad("Disputed");
            case BountyStatus.Cancelled _ -> Chip.calm("Cancelled");
            case BountyStatus.Expired _ -> Chip.calm("Expired");
        };
    }

    public static Chip of(ClaimStatus status) {
        return switch (status) {
            case ClaimStatus.Pending _ -> Chip.warn("Waiting for the poster");
            case ClaimStatus.Active _ -> Chip.busy("At work");
            case ClaimStatus.Fulfilled _ -> Chip.good("Fulfilled");
            case ClaimStatus.Rejected _ -> Chip.calm("Rejected");
            case ClaimStatus.Withdrawn _ -> Chip.calm("Withdrawn");
            case ClaimStatus.Lapsed _ -> Chip.calm("Lapsed");
            case ClaimStatus.Released _ -> Chip.calm("Given back");
            case ClaimStatus.Expired _ -> Chip.bad("Expired");
            case ClaimStatus.Failed _ -> Chip.bad("Failed");
        };
    }

    public static Chip of(SubmissionStatus status) {
        return switch (status) {
            case SubmissionStatus.Received _ -> Chip.busy("With the quality gate");
            case SubmissionStatus.GateFailed _ -> Chip.warn("Sent back by the gate");
            case SubmissionStatus.GateFailedFinal _ -> Chip.bad("Failed at the gate");
            case SubmissionStatus.UnderReview _ -> Chip.warn("Under review");
            case SubmissionStatus.Held _ -> Chip.bad("Held by a dispute");
            case SubmissionStatus.Accepted _ -> Chip.good("Accepted");
            case SubmissionStatus.Rejected _ -> Chip.bad("Rejected");
            case SubmissionStatus.RevisionRequested _ -> Chip.warn("Revision requested");
        };
    }

    public static Chip of(GateVerdict.Outcome outcome) {
        return switch (outcome) {
            case PASS -> Chip.good("Passed");
            case WARN -> Chip.warn("Passed with a warning");
            case FAIL -> Chip.bad("Not passed");
        };
    }
}
