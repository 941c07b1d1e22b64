package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.party.RotateKey;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a key is to be replaced. */
@Schema(name = "RotateKey")
@JsonNaming(SnakeCaseStrategy.class)
public record RotateKeyJson(
        @Schema(description = DoorWord.DESCRIPTION) @Nullable String door,
        @Schema(
                        description =
                                "Whether every earlier key stops working now; else the one before stays"
                                        + " live until the next rotation.")
                @Nullable Boolean revokeOthers) {

    static final RotateKeyJson EMPTY = new RotateKeyJson(null, null);

    RotateKey.Command command(Caller caller, @Nullable AgentId agent) {
        return new RotateKey.Command(
                caller, agent, DoorWord.read(door), Boolean.TRUE.equals(revokeOthers));
    }
}
