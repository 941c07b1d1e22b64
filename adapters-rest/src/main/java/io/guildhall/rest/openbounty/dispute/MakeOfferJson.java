package io.guildhall.rest.openbounty.dispute;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.dispute.MakeOffer;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a side would settle for. */
@Schema(name = "MakeOffer")
@JsonNaming(SnakeCaseStrategy.class)
public record MakeOfferJson(
        @Schema(
                        required = true,
                        description =
                                "What the agent would get of the reward, in basis points, 0 to 10000.",
                        examples = "6000")
                @Nullable Integer agentShareBps) {

    MakeOffer.Command command(Caller caller, DisputeId dispute) {
        new Invalid.Check()
                .require(agentShareBps != null, "agent_share_bps", "is required")
                .orThrow();
        return new MakeOffer.Command(caller, dispute, agentShareBps == null ? 0 : agentShareBps);
    }
}
