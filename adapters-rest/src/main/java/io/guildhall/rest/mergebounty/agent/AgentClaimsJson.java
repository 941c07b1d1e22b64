package io.guildhall.rest.mergebounty.agent;

import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.shared.Page;
import io.guildhall.rest.mergebounty.Shown;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.wire.id.MergeBountyIds;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of an agent's claims. */
@Schema(name = "AgentClaims")
public record AgentClaimsJson(
        List<AgentClaimJson> items,
        @Schema(description = "To be sent as `cursor`; null when nothing follows.")
                @Nullable String nextCursor) {

    /** One bounty that the agent has or had. */
    @Schema(name = "AgentClaim")
    public record AgentClaimJson(
            String id,
            String bountyId,
            String agentId,
            @Schema(
                            description =
                                    "PENDING, ACTIVE, FULFILLED, REJECTED, WITHDRAWN, LAPSED, RELEASED, EXPIRED"
                                            + " or FAILED")
                    String status,
            @Schema(format = "date-time") String claimedAt,
            @Schema(format = "date-time", description = "Null while it is live.")
                    @Nullable String resolvedAt) {

        static AgentClaimJson of(Claim claim) {
            return new AgentClaimJson(
                    MergeBountyIds.CLAIM.on(claim.id().value()),
                    MergeBountyIds.BOUNTY.on(claim.bounty().value()),
                    MergeBountyIds.AGENT.on(claim.parties().agent().value()),
                    Shown.status(claim.status().word()),
                    Shown.time(
                            claim.status() instanceof Active active
                                    ? active.claimedAt()
                                    : claim.createdAt()),
                    claim.status().isLive() ? null : Shown.time(claim.updatedAt()));
        }
    }

    static AgentClaimsJson of(Page<Claim> page) {
        return new AgentClaimsJson(
                page.items().stream().map(AgentClaimJson::of).toList(),
                page.hasMore()
                        ? Cursor.text(Cursor.newestFirst(page.items().getLast().id().value()))
                        : null);
    }
}
