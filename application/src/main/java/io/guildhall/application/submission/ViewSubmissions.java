package io.guildhall.application.submission;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.InstantSource;
import java.util.List;

/** Reading submissions, and what the reader may do with each. */
public final class ViewSubmissions {

    private final Bounties bounties;
    private final Submissions submissions;
    private final InstantSource clock;

    public ViewSubmissions(Bounties bounties, Submissions submissions, InstantSource clock) {
        this.bounties = bounties;
        this.submissions = submissions;
        this.clock = clock;
    }

    public Submission find(Caller caller, SubmissionId id) {
        return SeenSubmission.by(caller, submissions.find(id));
    }

    public Page<Submission> onBounty(Caller caller, BountyId bounty, PageRequest page) {
        PostedBounty.seenBy(caller, bounties.find(bounty));
        return submissions.onBounty(bounty, caller, page);
    }

    public List<String> allowedActions(Submission submission, Caller caller) {
        return switch (submission.status()) {
            case UnderReview(var reviewBy) when submission.parties().isPoster(caller) ->
                    clock.instant().isBefore(reviewBy)
                            ? List.of("accept", "reject", "request_revision")
                            : List.of("accept");
            case UnderReview _, Accepted _, Rejected _, RevisionRequested _ -> List.of();
        };
    }
}
