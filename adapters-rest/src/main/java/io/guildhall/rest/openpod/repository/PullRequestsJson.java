package io.guildhall.rest.openpod.repository;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.repository.ViewRepository.PullRequests;
import io.guildhall.domain.codehost.PullRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pull requests of a project's repository, the newest hundred at most. */
@Schema(name = "RepositoryPullRequests")
@JsonNaming(SnakeCaseStrategy.class)
public record PullRequestsJson(
        String repo,
        @Schema(description = "open, closed or all, as asked for") String state,
        int count,
        List<PullRequestJson> pullRequests) {

    @Schema(name = "RepositoryPullRequest")
    @JsonNaming(SnakeCaseStrategy.class)
    public record PullRequestJson(
            int number,
            String title,
            String state,
            boolean merged,
            boolean draft,
            String url,
            String author,
            String headBranch,
            String baseBranch,
            int additions,
            int deletions) {

        static PullRequestJson of(PullRequest found) {
            return new PullRequestJson(
                    found.number(),
                    found.title(),
                    found.state(),
                    found.isMerged(),
                    found.isDraft(),
                    found.url(),
                    found.author().login(),
                    found.headBranch(),
                    found.baseBranch(),
                    found.additions(),
                    found.deletions());
        }
    }

    static PullRequestsJson of(PullRequests found, String state) {
        return new PullRequestsJson(
                found.repository().toString(),
                state,
                found.all().size(),
                found.all().stream().map(PullRequestJson::of).toList());
    }
}
