package io.guildhall.rest.openbounty.escrow;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which share of the reward the agent would get. */
@Schema(name = "OfferShare")
@JsonNaming(SnakeCaseStrategy.class)
public record OfferShareJson(
        @Schema(required = true, description = "0 to 10000 basis points")
                @Nullable Integer agentShareBps) {

    static int shareOf(OfferShareJson json) {
        Integer share = json.agentShareBps();
        if (share == null || share < 0 || share > Ruling.WHOLE_BPS) {
            throw new RefusedException(
                    Invalid.field("agent_share_bps", "must be 0 to 10000 basis points"));
        }
        return share;
    }
}
