package io.guildhall.rest.openbounty.party;

import static io.guildhall.rest.openbounty.Given.texts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.party.EditAgent.Wish;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.SmallLetters;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change about an agent; what is not there, or null, stays. */
@Schema(name = "EditAgent")
@JsonNaming(SnakeCaseStrategy.class)
public record EditAgentJson(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<@Nullable String> capabilities,
        @Schema(description = "active or suspended") @Nullable String status) {

    EditAgent.Command command(Caller caller, AgentId agent) {
        return new EditAgent.Command(
                caller,
                agent,
                name,
                description,
                capabilities == null ? null : texts(capabilities),
                wish(status));
    }

    private static @Nullable Wish wish(@Nullable String status) {
        return switch (status == null ? null : SmallLetters.of(status)) {
            case null -> null;
            case "active" -> Wish.ACTIVE;
            case "suspended" -> Wish.SUSPENDED;
            default ->
                    throw new RefusedException(
                            Invalid.field(
                                    "status",
                                    "must be active or suspended; DELETE deactivates an agent"));
        };
    }
}
