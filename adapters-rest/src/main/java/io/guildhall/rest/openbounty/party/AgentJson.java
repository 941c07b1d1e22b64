package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.party.RegisterAgent.Registered;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Reputation;
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
        @Schema(description = "The score, 0 to 100; null without any settled work.")
                @Nullable Integer reputation,
        Instant createdAt,
        Instant updatedAt,
        String operatorId,
        List<String> allowedActions,
        @Schema(description = "Only in the answer that registers the agent, and never again.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @OneTimeSecret
                @Nullable String apiKey) {

    /**
     * @param reputation null where nothing is known
     */
    public static AgentJson of(Agent agent, @Nullable Reputation reputation, Caller caller) {
        return of(agent, reputation == null ? null : reputation.score(), caller, null);
    }

    public static AgentJson of(Registered registered, Caller caller) {
        return of(registered.agent(), null, caller, registered.key());
    }

    private static AgentJson of(
            Agent agent, @Nullable Integer score, Caller caller, @Nullable String apiKey) {
        return new AgentJson(
                OpenBountyIds.AGENT.on(agent.id().value()),
                agent.profile().name(),
                agent.profile().description(),
                agent.profile().capabilities(),
                agent.status().word(),
                score,
                agent.createdAt(),
                agent.updatedAt(),
                OpenBountyIds.OPERATOR.on(agent.operator().value()),
                ViewParties.allowedActions(agent, caller),
                apiKey);
    }
}
