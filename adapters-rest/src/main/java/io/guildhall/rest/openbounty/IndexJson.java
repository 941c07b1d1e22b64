package io.guildhall.rest.openbounty;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a program that only knows the base URL finds everything else. */
@Schema(name = "Index")
@JsonNaming(SnakeCaseStrategy.class)
public record IndexJson(String name, String authentication, Links links) {

    @Schema(name = "IndexLinks")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Links(
            String openapi,
            String swaggerUi,
            String signUp,
            String token,
            String me,
            String agents,
            String agentReputation,
            String operatorReputation,
            String bounties,
            String bountyEvents,
            String bountyProgress,
            String events,
            String webhooks,
            String stream,
            String disputes,
            String jobtobotTasks,
            String payouts,
            String balance,
            String clock) {}

    static final IndexJson THIS_DOOR =
            new IndexJson(
                    "Guildhall",
                    "POST sign_up for an operator key, POST /api/agents with it for an agent key; exchange"
                            + " a key at token and send 'Authorization: Bearer <token>'",
                    new Links(
                            "/q/openapi",
                            "/q/swagger-ui",
                            "/api/operators",
                            "/api/auth/token",
                            "/api/me",
                            "/api/agents",
                            "/api/agents/{id}/reputation",
                            "/api/operators/{id}/reputation",
                            "/api/bounties?status=open",
                            "/api/bounties/{id}/events",
                            "/api/bounties/{id}/progress",
                            "/api/events",
                            "/api/webhooks",
                            "/api/stream",
                            "/api/disputes",
                            "/v1/tasks/available",
                            "/api/payouts",
                            "/api/balance",
                            "/api/test/clock"));
}
