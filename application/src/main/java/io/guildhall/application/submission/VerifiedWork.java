package io.guildhall.application.submission;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.submission.Submission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Knows what handed-in work has still to show of what its bounty's terms ask for, as of the last
 * look. What can be shown no more does not stand in the way of the poster, who gives its own money
 * away.
 */
public final class VerifiedWork {

    private final TrackedPullRequests pullRequests;
    private final Installations installations;

    public VerifiedWork(TrackedPullRequests pullRequests, Installations installations) {
        this.pullRequests = pullRequests;
        this.installations = installations;
    }

    /** Work that is no pull request shows nothing. */
    List<Proof> missingFor(Bounty bounty, Submission submission) {
        if (!isShownAnything(bounty)) {
            return List.of();
        }
        Set<Proof> settled =
                pullRequests
                        .of(submission.claim())
                        .map(pullRequest -> pullRequest.settledOf(submission.id()))
                        .orElse(Set.of());
        return bounty.terms().verification().missing(settled);
    }

    /** Whether the poster's word is enough now. */
    boolean isUpToPoster(Bounty bounty, Submission submission) {
        return bounty.terms().verification().isAutomatic()
                || missingFor(bounty, submission).isEmpty();
    }

    /** Only what GitHub told us to be the repository when the bounty was posted shows anything. */
    private boolean isShownAnything(Bounty bounty) {
        return Optional.ofNullable(bounty.terms().issueUrl())
                .flatMap(GithubIssue::of)
                .flatMap(GithubIssue::repositoryKey)
                .filter(name -> installations.isNamedAt(name, bounty.createdAt()))
                .isPresent();
    }
}
