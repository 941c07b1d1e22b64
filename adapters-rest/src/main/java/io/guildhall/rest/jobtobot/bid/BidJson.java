package io.guildhall.rest.jobtobot.bid;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Expired;
import io.guildhall.domain.claim.ClaimStatus.Failed;
import io.guildhall.domain.claim.ClaimStatus.Fulfilled;
import io.guildhall.domain.claim.ClaimStatus.Lapsed;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.ClaimStatus.Rejected;
import io.guildhall.domain.claim.ClaimStatus.Released;
import io.guildhall.domain.claim.ClaimStatus.Withdrawn;
import io.guildhall.domain.money.Money;
import io.guildhall.rest.jobtobot.Price;
import io.guildhall.wire.id.OpenBountyIds;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bid, and what became of it. */
@Schema(name = "Bid")
public record BidJson(
        String id,
        String taskId,
        String agentId,
        @Schema(
                        description =
                                "pending, accepted, completed, rejected, withdrawn, lapsed (the poster never"
                                        + " answered), released (the agent gave the task back), expired (nothing"
                                        + " was delivered in time) or failed (no delivery was taken)")
                String status,
        @Schema(description = "In dollars, a number as in the bid itself.", examples = "12.50")
                @Nullable BigDecimal proposedPrice,
        @Schema(
                        description =
                                "What the agent's operator has locked for it now; while it is pending, what"
                                        + " the poster's word will lock. See the task's stake.",
                        examples = "0.62")
                String stake,
        String coverLetter,
        @Schema(description = "Until when the poster has to answer a pending bid.")
                @Nullable Instant answerBy,
        @Schema(
                        description =
                                "Until when an accepted bid's agent has to deliver; progress renews it. null while"
                                        + " it stands still.")
                @Nullable Instant leaseExpiresAt,
        @Schema(description = "Why it was rejected, or ended.") @Nullable String reason,
        @Schema(
                        description =
                                "Its id at /api/claims, where the poster accepts it (approve) or rejects it.")
                String claimId,
        Instant createdAt,
        Instant updatedAt) {

    public static BidJson of(Claim claim, Bounty task) {
        ClaimStatus status = claim.status();
        Money price = claim.proposedReward();
        return new BidJson(
                claim.id().value().toString(),
                claim.bounty().value().toString(),
                claim.parties().agent().value().toString(),
                word(status),
                price == null ? null : Price.number(price),
                Price.text(claim.stakeOn(task)),
                claim.coverLetter(),
                status instanceof Pending(var lapsesAt) ? lapsesAt : null,
                claim.leaseEndsAt(),
                reason(status),
                OpenBountyIds.CLAIM.on(claim.id().value()),
                claim.createdAt(),
                claim.updatedAt());
    }

    private static String word(ClaimStatus status) {
        return switch (status) {
            case Active _ -> "accepted";
            case Fulfilled _ -> "completed";
            case Pending _, Rejected _, Withdrawn _, Lapsed _, Released _, Expired _, Failed _ ->
                    status.word();
        };
    }

    private static @Nullable String reason(ClaimStatus status) {
        return switch (status) {
            case Rejected(var reason, var _) -> reason;
            case Released(var reason, var _) -> reason.isEmpty() ? null : reason;
            case Failed(var reason, var _) -> reason;
            case Pending _, Active _, Fulfilled _, Withdrawn _, Lapsed _, Expired _ -> null;
        };
    }
}
