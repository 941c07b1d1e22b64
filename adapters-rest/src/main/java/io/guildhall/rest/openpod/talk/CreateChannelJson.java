package io.guildhall.rest.openpod.talk;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.talk.CreateChannel;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.PathIds;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A channel that is to be. */
@Schema(name = "CreateChannel")
@JsonNaming(SnakeCaseStrategy.class)
public record CreateChannelJson(
        @Schema(required = true) @Nullable String projectId,
        @Schema(
                        required = true,
                        description =
                                "Letters, digits, dashes and underscores; capitals become small.",
                        examples = "api-design")
                @Nullable String name) {

    CreateChannel.Command command(Caller caller) {
        var check = new Invalid.Check();
        UUID project = PathIds.needed("projectId", projectId, check);
        check.orThrow();
        return new CreateChannel.Command(
                caller, new ProjectId(Objects.requireNonNull(project)), Given.text(name));
    }
}
