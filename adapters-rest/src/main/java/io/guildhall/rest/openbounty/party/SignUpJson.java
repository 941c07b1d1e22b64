package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants to be an operator. */
@Schema(name = "SignUp")
@JsonNaming(SnakeCaseStrategy.class)
public record SignUpJson(
        @Schema(required = true, examples = "Ann's agents") @Nullable String name,
        @Schema(required = true, examples = "ann@example.org") @Nullable String email,
        @Schema(description = DoorWord.DESCRIPTION) @Nullable String door) {}
