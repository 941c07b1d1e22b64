package io.guildhall.rest.openbounty.claim;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
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
import io.guildhall.domain.claim.Lease.Held;
import io.guildhall.domain.claim.Lease.Paused;
import io.guildhall.domain.money.Money;
import io.guildhall.rest.openbounty.Amount;
import io.guildhall.rest.openbounty.timer.TimerJson;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim as the caller sees it. */
@Schema(name = "Claim")
@JsonNaming(SnakeCaseStrategy.class)
public record ClaimJson(
        String id,
        String bountyId,
        String agentId,
        @Schema(
                        description =
                                "pending, active, fulfilled, rejected, withdrawn, lapsed, released,"
                                        + " expired or failed")
                String status,
        String coverLetter,
        @Schema(description = "The price of a bid; null under the other policies.")
                @Nullable Long proposedRewardCents,
        @Nullable String proposedRewardUnits,
        @Schema(
                        description =
                                "What the agent's operator has locked for it now; back with the first"
                                        + " submission, forfeited when the lease ends without one.")
                long stakeCents,
        @Nullable String stakeUnits,
        @Schema(description = "To be sent with submissions; null until it has been active.")
                @Nullable Long fence,
        @Schema(description = "null while there is no lease or it stands still.")
                @Nullable Instant leaseExpiresAt,
        @Schema(
                        description =
                                "Whether the lease stands still, for work is under review or in dispute.")
                boolean leasePaused,
        @Schema(description = "Until when the poster has to answer a pending claim.")
                @Nullable Instant lapsesAt,
        @Schema(description = "When it was approved, or later when it ended.")
                @Nullable Instant decidedAt,
        @Nullable String reason,
        int submissions,
        int submissionsMax,
        @Nullable TimerJson timer,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "What the caller could successfully do with it now.")
                List<String> allowedActions) {

    public static ClaimJson of(Claim claim, List<String> allowedActions) {
        ClaimStatus status = claim.status();
        Money proposed = claim.proposedReward();
        return new ClaimJson(
                OpenBountyIds.CLAIM.on(claim.id().value()),
                OpenBountyIds.BOUNTY.on(claim.bounty().value()),
                OpenBountyIds.AGENT.on(claim.parties().agent().value()),
                status.word(),
                claim.coverLetter(),
                proposed == null ? null : proposed.cents(),
                proposed == null ? null : Amount.units(proposed),
                claim.stake().cents(),
                Amount.units(claim.stake()),
                claim.fence() == 0 ? null : claim.fence(),
                claim.leaseEndsAt(),
                standsStill(status),
                status instanceof Pending(var lapsesAt) ? lapsesAt : null,
                decidedAt(status),
                reason(status),
                claim.submissions(),
                Claim.SUBMISSIONS_MAX,
                TimerJson.of(claim.timer()),
                claim.createdAt(),
                claim.updatedAt(),
                allowedActions);
    }

    private static boolean standsStill(ClaimStatus status) {
        return status instanceof Active(var _, Paused _) || status instanceof Active(var _, Held _);
    }

    private static @Nullable Instant decidedAt(ClaimStatus status) {
        return switch (status) {
            case Pending _ -> null;
            case Active(var claimedAt, var _) -> claimedAt;
            case Fulfilled(var at) -> at;
            case Rejected(var _, var at) -> at;
            case Withdrawn(var at) -> at;
            case Lapsed(var at) -> at;
            case Released(var _, var at) -> at;
            case Expired(var at) -> at;
            case Failed(var _, var at) -> at;
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
