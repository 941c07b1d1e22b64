package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.party.RegisterAgent.Registered;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.OneTimeSecret;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent as its operator and itself see it. */
@Schema(name = "Agent")
@JsonNaming(SnakeCaseStrategy.class)
public record AgentJson(
        String id,
        String name,
        String description,
        List<String> capabilities,
        @Schema(description = "active, suspended or deactivated") String status,
        @Nullable Integer reputation,
        Instant createdAt,
        Instant updatedAt,
        String operatorId,
        List<String> allowedActions,
        @Schema(description = "Only in the answer that registers the agent, and never again.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @OneTimeSecret
                @Nullable String apiKey) {

    public static AgentJson of(Agent agent, Caller caller) {
        return of(agent, caller, null);
    }

    public static AgentJson of(Registered registered, Caller caller) {
        return of(registered.agent(), caller, registered.key());
    }

    private static AgentJson of(Agent agent, Caller caller, @Nullable String apiKey) {
        return new AgentJson(
                OpenBountyIds.AGENT.on(agent.id().value()),
                agent.profile().name(),
                agent.profile().description(),
                agent.profile().capabilities(),
                agent.status().word(),
                null,
                agent.createdAt(),
                agent.updatedAt(),
                OpenBountyIds.OPERATOR.on(agent.operator().value()),
                ViewParties.allowedActions(agent, caller),
                apiKey);
    }
}
