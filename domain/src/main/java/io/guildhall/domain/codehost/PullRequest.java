package io.guildhall.domain.codehost;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pull request as it stands at GitHub.
 *
 * @param body Markdown; empty when it has none
 * @param mergedBy null until it is merged
 * @param mergedAt null until it is merged, and where that is not known
 * @param headRepository where its commits come from, or null when that is gone
 * @param defaultBranch of the repository that it is for
 * @param repositoryNow the repository as GitHub calls it now, which is another name once it was
 *     renamed
 */
public record PullRequest(
        RepositoryName repository,
        int number,
        String title,
        String body,
        String url,
        boolean isOpen,
        boolean isDraft,
        boolean isMerged,
        @Nullable GithubAccount mergedBy,
        @Nullable Instant mergedAt,
        GithubAccount author,
        @Nullable RepositoryName headRepository,
        String headBranch,
        String headSha,
        String baseBranch,
        String defaultBranch,
        int additions,
        int deletions,
        RepositoryName repositoryNow) {

    public PullRequest {
        if (isMerged && isOpen) {
            throw new IllegalArgumentException("What is merged is closed");
        }
    }

    /** Its state in GitHub's word; merged is closed there. */
    public String state() {
        return isOpen ? "open" : "closed";
    }

    public boolean isForDefaultBranch() {
        return baseBranch.equals(defaultBranch);
    }
}
