package io.guildhall.rest.openpod.repository;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.repository.VerifyDeliverable.Verified;
import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.PullRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether an address is a deliverable of a project. */
@Schema(name = "VerifiedDeliverable")
@JsonNaming(SnakeCaseStrategy.class)
public record VerifiedJson(
        @Schema(
                        description =
                                "Whether it is a pull request of the project's repository, open or merged.")
                boolean valid,
        int prNumber,
        @Nullable String prTitle,
        @Nullable String prState,
        boolean merged,
        @Schema(description = "all_passed, pending, failed or none") String checksSummary,
        ChecksDetail checksDetail,
        List<CheckJson> checks,
        @Schema(description = "Why it is not valid; left out when it is.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String reason) {

    @Schema(name = "ChecksDetail")
    public record ChecksDetail(int total, int passed, int failed, int pending) {}

    @Schema(name = "RepositoryCheck")
    public record CheckJson(String name, String status, @Nullable String conclusion) {}

    static VerifiedJson of(Verified verified) {
        PullRequest found = verified.pullRequest();
        Checks checks = verified.checks();
        return new VerifiedJson(
                verified.reason() == null,
                verified.number(),
                found == null ? null : found.title(),
                found == null ? null : found.state(),
                found != null && found.isMerged(),
                checks.summary().word(),
                new ChecksDetail(
                        checks.total(), checks.passed(), checks.failed(), checks.pending()),
                checks.all().stream()
                        .map(check ->
                                new CheckJson(check.name(), check.status(), check.conclusion()))
                        .toList(),
                verified.reason());
    }
}
