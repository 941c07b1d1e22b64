package io.guildhall.application.pullrequest;

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
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.Standing;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailedFinal;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;

/** Reads how the work of a claim stands, in the words in which it is decided upon. */
final class ReadStanding {

    private final EscrowHolds holds;
    private final Submissions submissions;

    ReadStanding(EscrowHolds holds, Submissions submissions) {
        this.holds = holds;
        this.submissions = submissions;
    }

    Standing of(Bounty bounty, ClaimId claim, PullRequestName name, Instant now) {
        return switch (bounty.status()) {
            case Claimed(var active) when active.equals(claim) ->
                    isFinal(bounty, claim) ? Standing.WORKING : Standing.CLAIM_NOT_FINAL;
            case InReview(var active, var submission) when active.equals(claim) ->
                    of(submission, name, now);
            case Disputed(var _, var interrupted, var _) when interrupted.claim().equals(claim) ->
                    Standing.DISPUTED;
            case Claimed _,
                    InReview _,
                    Disputed _,
                    AwaitingFunding _,
                    Open _,
                    Completed _,
                    Paid _,
                    Cancelled _,
                    Expired _ ->
                    Standing.OVER;
        };
    }

    private Standing of(SubmissionId id, PullRequestName name, Instant now) {
        Submission submission = submissions.find(id).orElseThrow();
        return switch (submission.status()) {
            case Received _ -> Standing.AT_THE_GATE;
            case UnderReview _ when !PullRequestWork.isIn(submission, name) -> Standing.OTHER_WORK;
            case UnderReview(var reviewBy) ->
                    now.isBefore(reviewBy) ? Standing.UNDER_REVIEW : Standing.REVIEW_OVER;
            case Held _ -> Standing.DISPUTED;
            case GateFailed _, GateFailedFinal _, Rejected _, RevisionRequested _ ->
                    Standing.ROUNDS_SPENT;
            case Accepted _ -> Standing.OVER;
        };
    }

    private boolean isFinal(Bounty bounty, ClaimId claim) {
        return !bounty.terms().isOnChain()
                || holds.find(claim).filter(HeldClaim::isFinal).isPresent();
    }
}
