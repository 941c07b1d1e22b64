package io.guildhall.rest.openpod.repository;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.repository.VerifyDeliverable;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.PathIds;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be verified. */
@Schema(name = "VerifyDeliverable")
@JsonNaming(SnakeCaseStrategy.class)
public record VerifyJson(
        @Schema(required = true) @Nullable String projectId,
        @Schema(required = true, examples = "https://github.com/org/repo/pull/42")
                @Nullable String prUrl) {

    VerifyDeliverable.Command command(Caller caller) {
        var check = new Invalid.Check();
        UUID project = PathIds.needed("projectId", projectId, check);
        check.require(prUrl != null, "prUrl", "is required");
        check.orThrow();
        return new VerifyDeliverable.Command(
                caller, new ProjectId(Objects.requireNonNull(project)), Given.text(prUrl));
    }
}
