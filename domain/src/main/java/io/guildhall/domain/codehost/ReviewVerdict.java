package io.guildhall.domain.codehost;

import java.time.Instant;

/**
 * What somebody has said of a pull request as its reviewer.
 *
 * @param body Markdown; empty when nothing was written
 * @param sha the commit that was looked at; empty when GitHub does not know it any more
 * @param isByMaintainer whether GitHub counts the reviewer to those whose repository it is: its
 *     owner, a member or a collaborator
 */
public record ReviewVerdict(
        long id,
        GithubAccount reviewer,
        State state,
        String body,
        String sha,
        Instant submittedAt,
        boolean isByMaintainer) {

    public enum State {
        APPROVED,
        CHANGES_REQUESTED,
        COMMENTED,
        DISMISSED
    }
}
