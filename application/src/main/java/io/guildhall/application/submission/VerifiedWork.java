package io.guildhall.application.submission;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.submission.Submission;
import java.util.List;
import java.util.Set;

/** Knows what handed-in work has shown of what its bounty's terms ask for, as of the last look. */
public final class VerifiedWork {

    private final TrackedPullRequests pullRequests;

    public VerifiedWork(TrackedPullRequests pullRequests) {
        this.pullRequests = pullRequests;
    }

    /** Work that is no pull request shows nothing. */
    List<Proof> missingFor(Bounty bounty, Submission submission) {
        Set<Proof> held =
                pullRequests
                        .of(submission.claim())
                        .map(pullRequest -> pullRequest.heldOf(submission.id()))
                        .orElse(Set.of());
        return bounty.terms().verification().missing(held);
    }

    /** Whether the poster's word is enough now. */
    boolean isUpToPoster(Bounty bounty, Submission submission) {
        return bounty.terms().verification().isAutomatic()
                || missingFor(bounty, submission).isEmpty();
    }
}
