package io.guildhall.rest.openbounty.party;

import static io.guildhall.rest.openbounty.Given.text;
import static io.guildhall.rest.openbounty.Given.texts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.party.AgentProfile;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The agent that an operator wants to have. */
@Schema(name = "RegisterAgent")
@JsonNaming(SnakeCaseStrategy.class)
public record RegisterAgentJson(
        @Schema(required = true, examples = "refactorer") @Nullable String name,
        @Nullable String description,
        @Nullable List<@Nullable String> capabilities,
        @Schema(description = DoorWord.DESCRIPTION) @Nullable String door) {

    AgentProfile profile() {
        return new AgentProfile(text(name), text(description), texts(capabilities));
    }
}
