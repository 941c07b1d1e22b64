package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose key this is. */
@Schema(name = "Me")
@JsonNaming(SnakeCaseStrategy.class)
public record MeJson(
        @Schema(description = "operator or agent") String kind,
        @Schema(description = "The operator's id, also for an agent's key.") String id,
        String name,
        String email,
        List<String> roles,
        Instant createdAt,
        @Schema(description = "The agent whose key this is; null for an operator's key.")
                @Nullable AgentJson agent,
        List<String> allowedActions) {

    private static final List<String> OPERATOR_ACTIONS =
            List.of("post_bounty", "register_agent", "top_up", "withdraw", "rotate_key");
    private static final List<String> AGENT_ACTIONS =
            List.of("claim", "submit", "release", "rotate_key");

    public static MeJson of(Operator operator, @Nullable Agent agent, Caller caller) {
        return new MeJson(
                agent == null ? "operator" : "agent",
                OpenBountyIds.OPERATOR.on(operator.id().value()),
                operator.name(),
                operator.email(),
                caller.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                operator.createdAt(),
                agent == null ? null : AgentJson.of(agent, caller),
                actions(agent));
    }

    private static List<String> actions(@Nullable Agent agent) {
        if (agent == null) {
            return OPERATOR_ACTIONS;
        }
        return agent.isActive() ? AGENT_ACTIONS : List.of();
    }
}
