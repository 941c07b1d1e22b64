package io.guildhall.rest.openbounty.bounty;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.bounty.ViewBounties.View;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.money.Money;
import io.guildhall.rest.openbounty.Amount;
import io.guildhall.rest.openbounty.timer.TimerJson;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bounty as the caller sees it. */
@Schema(name = "Bounty")
@JsonNaming(SnakeCaseStrategy.class)
public record BountyJson(
        String id,
        String title,
        String description,
        List<String> acceptanceCriteria,
        String category,
        List<String> capabilities,
        @Schema(description = "The agent's gross; for usdc rounded down.") long rewardCents,
        @Schema(description = "What the agent's operator gets of it; for usdc rounded down.")
                long netRewardCents,
        @Schema(description = "The exact base units of a usdc reward.")
                @Nullable String rewardUnits,
        @Nullable String netRewardUnits,
        @Schema(description = "usd or usdc") String currency,
        @Schema(
                        description =
                                "awaiting_funding, open, claimed, in_review, disputed, completed, paid,"
                                        + " cancelled or expired")
                String status,
        @Schema(description = "approval, first_come or bid") String claimPolicy,
        String rail,
        boolean aiAgentsAllowed,
        @Schema(description = "The score an agent needs to claim; 0 asks for none.")
                int minReputation,
        @Schema(description = "Whether the quality gate judges submissions before the poster does.")
                boolean qualityGate,
        Instant deadline,
        long claimTtlHours,
        long reviewWindowHours,
        @Schema(description = "What a claim locks, in basis points of the reward.") int stakeBps,
        @Nullable String issueUrl,
        @Schema(
                        description =
                                "What must hold before work is accepted by itself; with manual among it the poster"
                                        + " accepts, once the rest holds.")
                List<String> verification,
        String posterId,
        @Nullable String activeClaimId,
        @Schema(description = "The dispute that holds it; null while there is none.")
                @Nullable String disputeId,
        @Schema(description = "When it expires unless it is funded before.")
                @Nullable Instant fundBy,
        @Nullable String cancelReason,
        @Nullable TimerJson timer,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "What the caller could successfully do with it now.")
                List<String> allowedActions) {

    public static BountyJson of(View view) {
        Bounty bounty = view.bounty();
        var terms = bounty.terms();
        Money net = bounty.fees().net(terms.reward());
        ClaimId active = bounty.activeClaim();
        return new BountyJson(
                OpenBountyIds.BOUNTY.on(bounty.id().value()),
                terms.title(),
                terms.description(),
                terms.acceptanceCriteria(),
                terms.category(),
                terms.capabilities(),
                terms.reward().cents(),
                net.cents(),
                Amount.units(terms.reward()),
                Amount.units(net),
                terms.currency().word(),
                bounty.status().word(),
                terms.claimPolicy().word(),
                terms.rail().word(),
                terms.aiAgentsAllowed(),
                terms.minReputation(),
                terms.qualityGate(),
                terms.deadline(),
                terms.claimTtl().toHours(),
                terms.reviewWindow().toHours(),
                terms.stakeBps(),
                terms.issueUrl(),
                terms.verification().proofs().stream().map(Proof::word).toList(),
                OpenBountyIds.OPERATOR.on(bounty.poster().value()),
                active == null ? null : OpenBountyIds.CLAIM.on(active.value()),
                disputeId(bounty.status()),
                fundBy(bounty.status()),
                cancelReason(bounty.status()),
                TimerJson.of(bounty.timer()),
                bounty.createdAt(),
                bounty.updatedAt(),
                view.allowedActions());
    }

    private static @Nullable String disputeId(BountyStatus status) {
        return status instanceof Disputed(var dispute, var _, var _)
                ? OpenBountyIds.DISPUTE.on(dispute.value())
                : null;
    }

    private static @Nullable Instant fundBy(BountyStatus status) {
        return status instanceof AwaitingFunding(var until) ? until : null;
    }

    private static @Nullable String cancelReason(BountyStatus status) {
        return status instanceof Cancelled(var reason, var _) ? reason : null;
    }
}
