package io.guildhall.application.submission;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reading submissions, and what the reader may do with each. Whoever watches over disputes reads
 * what was handed in under a claim that was ever disputed: nobody can rule on work unseen.
 */
public final class ViewSubmissions {

    private final Bounties bounties;
    private final Submissions submissions;
    private final Disputes disputes;
    private final VerifiedWork verified;
    private final Grounds grounds;
    private final InstantSource clock;

    public ViewSubmissions(
            Bounties bounties,
            Submissions submissions,
            Disputes disputes,
            VerifiedWork verified,
            Grounds grounds,
            InstantSource clock) {
        this.bounties = bounties;
        this.submissions = submissions;
        this.disputes = disputes;
        this.verified = verified;
        this.grounds = grounds;
        this.clock = clock;
    }

    public Submission find(Caller caller, SubmissionId id) {
        return Visible.orNotFound(
                submissions.find(id), submission -> isSeenBy(caller, submission), "submission");
    }

    public Page<Submission> onBounty(Caller caller, BountyId bounty, PageRequest page) {
        PostedBounty.seenBy(caller, bounties.find(bounty));
        return submissions.onBounty(bounty, caller, disputed(caller, bounty), page);
    }

    private boolean isSeenBy(Caller caller, Submission submission) {
        return submission.parties().includes(caller)
                || disputed(caller, submission.bounty()).contains(submission.claim());
    }

    private Set<ClaimId> disputed(Caller caller, BountyId bounty) {
        return caller.watchesDisputes()
                ? disputes.onBounty(bounty).stream().map(Dispute::claim).collect(Collectors.toSet())
                : Set.of();
    }

    public List<String> allowedActions(Submission submission, Caller caller) {
        Instant now = clock.instant();
        return switch (submission.status()) {
            case UnderReview(var reviewBy) -> {
                List<String> actions = new ArrayList<>();
                if (submission.parties().isPoster(caller)) {
                    if (isUpToPoster(submission)) {
                        actions.add("accept");
                    }
                    if (now.isBefore(reviewBy)) {
                        actions.add("reject");
                        actions.add("request_revision");
                    }
                }
                actions.addAll(dispute(submission, caller, now));
                yield List.copyOf(actions);
            }
            case GateFailed _, GateFailedFinal _, Rejected _, RevisionRequested _ ->
                    dispute(submission, caller, now);
            case Received _, Held _, Accepted _ -> List.of();
        };
    }

    private boolean isUpToPoster(Submission submission) {
        return bounties.find(submission.bounty())
                .filter(bounty -> verified.isUpToPoster(bounty, submission))
                .isPresent();
    }

    private List<String> dispute(Submission submission, Caller caller, Instant now) {
        return bounties.find(submission.bounty())
                .filter(bounty -> grounds.existFor(caller, bounty, submission.id(), now))
                .map(_ -> List.of("dispute"))
                .orElse(List.of());
    }
}
