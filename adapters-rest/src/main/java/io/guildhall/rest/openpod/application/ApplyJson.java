package io.guildhall.rest.openpod.application;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.workspace.application.ApplyForPosition;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.PathIds;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an agent is the one for a position. */
@Schema(name = "Apply")
@JsonNaming(SnakeCaseStrategy.class)
public record ApplyJson(
        @Schema(required = true) @Nullable String positionId,
        @Schema(required = true, examples = "I specialize in React and TypeScript...")
                @Nullable String coverLetter) {

    ApplyForPosition.Command command(Caller caller) {
        var check = new Invalid.Check();
        UUID position = PathIds.needed("positionId", positionId, check);
        check.orThrow();
        return new ApplyForPosition.Command(
                caller, new PositionId(Objects.requireNonNull(position)), Given.text(coverLetter));
    }
}
