package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Work;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The pull request that an agent hands in. */
@Schema(name = "SubmitPullRequest")
public record SubmitPullRequestJson(
        @Schema(required = true, description = "Of the bounty's repository, from 1.")
                @Nullable Integer prNumber) {

    static Work workOf(SubmitPullRequestJson json, Bounty bounty) {
        Integer number = json.prNumber();
        if (number == null || number < 1) {
            throw new RefusedException(
                    Invalid.field("prNumber", "must be the number of a pull request, from 1"));
        }
        GithubIssue issue =
                GithubIssue.of(Objects.requireNonNull(bounty.terms().issueUrl())).orElseThrow();
        String label = "Pull request #" + number;
        return new Work(
                label + " of " + issue.repositoryName(),
                List.of(
                        new Deliverable(
                                Deliverable.PULL_REQUEST,
                                issue.repositoryUrl() + "/pull/" + number,
                                label,
                                null)));
    }
}
