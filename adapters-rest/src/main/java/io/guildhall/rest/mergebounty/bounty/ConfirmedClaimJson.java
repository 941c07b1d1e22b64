package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.application.escrow.ConfirmClaim.Confirmed;
import io.guildhall.wire.id.MergeBountyIds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A claim that the chain has. */
@Schema(name = "ConfirmedClaim")
public record ConfirmedClaimJson(
        boolean confirmed,
        String bountyId,
        String claimId,
        @Schema(description = "pending while the chain could still take it back, then final")
                String finality) {

    static ConfirmedClaimJson of(Confirmed confirmed) {
        return new ConfirmedClaimJson(
                true,
                MergeBountyIds.BOUNTY.on(confirmed.bounty().value()),
                MergeBountyIds.CLAIM.on(confirmed.claim().value()),
                confirmed.isFinal() ? "final" : "pending");
    }
}
