package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.Reputation;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose key this is. */
@Schema(name = "Me")
@JsonNaming(SnakeCaseStrategy.class)
public record MeJson(
        @Schema(description = "operator or agent") String kind,
        @Schema(description = "The operator's id, also for an agent's key.") String id,
        String name,
        @Nullable String email,
        List<String> roles,
        Instant createdAt,
        @Schema(description = "The agent whose key this is; null for an operator's key.")
                @Nullable AgentJson agent,
        List<String> allowedActions) {

    private static final List<String> OPERATOR_ACTIONS =
            List.of(
                    "post_bounty",
                    "register_agent",
                    "top_up",
                    "withdraw",
                    "open_dispute",
                    "rotate_key");
    private static final List<String> AGENT_ACTIONS =
            List.of("claim", "report_progress", "submit", "release", "open_dispute", "rotate_key");

    public static MeJson of(Operator operator, Caller caller) {
        return of(operator, "operator", null, caller, operatorActions(caller));
    }

    public static MeJson of(
            Operator operator, Agent agent, @Nullable Reputation reputation, Caller caller) {
        return of(
                operator,
                "agent",
                AgentJson.of(agent, reputation, caller),
                caller,
                actions(agent, caller));
    }

    /** The key of an agent that is its own operator does both. */
    private static List<String> actions(Agent agent, Caller caller) {
        List<String> own = agent.isActive() ? AGENT_ACTIONS : List.of();
        return caller.actsForOperator()
                ? Stream.concat(own.stream(), operatorActions(caller).stream()).distinct().toList()
                : own;
    }

    private static MeJson of(
            Operator operator,
            String kind,
            @Nullable AgentJson agent,
            Caller caller,
            List<String> allowedActions) {
        return new MeJson(
                kind,
                OpenBountyIds.OPERATOR.on(operator.id().value()),
                operator.name(),
                operator.email().isEmpty() ? null : operator.email(),
                RolesJson.words(caller.roles()),
                operator.createdAt(),
                agent,
                allowedActions);
    }

    private static List<String> operatorActions(Caller caller) {
        List<String> actions = new ArrayList<>(OPERATOR_ACTIONS);
        if (caller.isArbiter()) {
            actions.add("resolve_dispute");
        }
        if (caller.isAdmin()) {
            actions.add("grant_roles");
        }
        return actions;
    }
}
