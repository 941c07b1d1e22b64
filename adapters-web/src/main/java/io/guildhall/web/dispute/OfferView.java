package io.guildhall.web.dispute;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.Side;
import io.guildhall.web.page.Moment;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a side would settle for.
 *
 * @param canAccept whether whoever reads may take it
 */
public record OfferView(
        String id, String by, boolean isYours, boolean canAccept, Shares shares, Moment at) {

    static OfferView of(
            Offer offer, Bounty bounty, @Nullable Side reader, boolean mayAccept, Instant now) {
        boolean yours = offer.by() == reader;
        return new OfferView(
                OpenBountyIds.OFFER.on(offer.id().value()),
                DisputeRow.name(offer.by()),
                yours,
                mayAccept && !yours,
                Shares.of(bounty, offer.agentShareBps()),
                Moment.of(offer.at(), now));
    }
}
