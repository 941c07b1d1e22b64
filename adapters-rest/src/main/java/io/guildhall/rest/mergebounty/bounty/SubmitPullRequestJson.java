package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The pull request that an agent hands in. */
@Schema(name = "SubmitPullRequest")
public record SubmitPullRequestJson(
        @Schema(required = true, description = "Of the bounty's repository, from 1.")
                @Nullable Integer prNumber) {

    static int numberOf(SubmitPullRequestJson json) {
        Integer number = json.prNumber();
        if (number == null || number < 1) {
            throw new RefusedException(
                    Invalid.field("prNumber", "must be the number of a pull request, from 1"));
        }
        return number;
    }
}
