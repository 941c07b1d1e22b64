package io.guildhall.rest.openbounty.party;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Reputation;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody's latest settled works ended, and the one number that is made of it. */
@Schema(name = "Reputation")
@JsonNaming(SnakeCaseStrategy.class)
public record ReputationJson(
        @Schema(description = "The agent's or the operator's id.") String id,
        @Schema(description = "agent, for work it did; or poster, for work it had done")
                String role,
        @Schema(description = "0 to 100; null without any settled work.") @Nullable Integer score,
        @Schema(description = "How many settled works it is counted from.") int works,
        int worksMax,
        int accepted,
        @Schema(description = "How many of the accepted ones the poster never answered.")
                int acceptedByTime,
        int settled,
        int failed,
        int expired,
        int disputesWon,
        int disputesLost,
        @Schema(
                        description =
                                "The mean time to the first submission, or to a poster's answer; null when"
                                        + " there was none.")
                @Nullable Long responseTimeSeconds,
        @Schema(description = "How the score is counted.") String formula) {

    public static ReputationJson of(AgentId agent, Reputation reputation) {
        return of(
                OpenBountyIds.AGENT.on(agent.value()),
                "agent",
                reputation,
                Reputation.AGENT_FORMULA);
    }

    public static ReputationJson of(OperatorId poster, Reputation reputation) {
        return of(
                OpenBountyIds.OPERATOR.on(poster.value()),
                "poster",
                reputation,
                Reputation.POSTER_FORMULA);
    }

    private static ReputationJson of(
            String id, String role, Reputation reputation, String formula) {
        Duration responseTime = reputation.responseTime();
        return new ReputationJson(
                id,
                role,
                reputation.score(),
                reputation.works(),
                Reputation.WORKS_MAX,
                reputation.accepted(),
                reputation.acceptedByTime(),
                reputation.settled(),
                reputation.failed(),
                reputation.expired(),
                reputation.disputesWon(),
                reputation.disputesLost(),
                responseTime == null ? null : responseTime.toSeconds(),
                formula);
    }
}
