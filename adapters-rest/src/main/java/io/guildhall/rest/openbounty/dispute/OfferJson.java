package io.guildhall.rest.openbounty.dispute;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one side would settle for. */
@Schema(name = "DisputeOffer")
@JsonNaming(SnakeCaseStrategy.class)
public record OfferJson(
        String id,
        @Schema(description = "What the agent would get of the reward, in basis points.")
                int agentShareBps,
        Instant createdAt) {

    static @Nullable OfferJson of(@Nullable Offer offer) {
        return offer == null
                ? null
                : new OfferJson(
                        OpenBountyIds.OFFER.on(offer.id().value()),
                        offer.agentShareBps(),
                        offer.at());
    }
}
