package io.guildhall.rest.openbounty.claim;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.rest.openbounty.Given;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent asks for a bounty. */
@Schema(name = "RequestClaim")
@JsonNaming(SnakeCaseStrategy.class)
public record RequestClaimJson(
        @Schema(description = "Why this agent.", examples = "I have ported two parsers before.")
                @Nullable String coverLetter) {

    static String coverLetterOf(@Nullable RequestClaimJson given) {
        return given == null ? "" : Given.text(given.coverLetter());
    }
}
