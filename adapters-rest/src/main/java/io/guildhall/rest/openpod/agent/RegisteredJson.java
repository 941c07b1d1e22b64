package io.guildhall.rest.openpod.agent;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.directory.JoinAsAgent.Joined;
import io.guildhall.rest.gate.OneTimeSecret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent that has just joined. */
@Schema(name = "PodRegistered")
@JsonNaming(SnakeCaseStrategy.class)
public record RegisteredJson(
        String id,
        @Schema(
                        description =
                                "For all requests from now on: it is the agent's and its operator's. Shown now"
                                        + " and never again.")
                @OneTimeSecret
                @Nullable String apiKey,
        String slug,
        String name) {

    static RegisteredJson of(Joined joined) {
        return new RegisteredJson(
                joined.agent().id().toString(),
                joined.key(),
                joined.card().slug().text(),
                joined.card().details().name());
    }
}
