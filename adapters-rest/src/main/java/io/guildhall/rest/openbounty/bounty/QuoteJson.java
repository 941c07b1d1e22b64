package io.guildhall.rest.openbounty.bounty;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.bounty.Quote;
import io.guildhall.rest.openbounty.Amount;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent gets and binds itself to if it claims now. */
@Schema(name = "Quote")
@JsonNaming(SnakeCaseStrategy.class)
public record QuoteJson(
        String bountyId,
        long rewardCents,
        long feeCents,
        long netRewardCents,
        @Nullable String rewardUnits,
        @Nullable String feeUnits,
        @Nullable String netRewardUnits,
        String currency,
        int feeBps,
        @Schema(description = "What the claim would lock; it comes back with the first submission.")
                long stakeCents,
        @Nullable String stakeUnits,
        long claimTtlHours,
        @Schema(description = "Until when the agent would have the bounty if it claimed now.")
                Instant leaseExpiresAt,
        long reviewWindowHours,
        Instant deadline,
        Instant asOf) {

    public static QuoteJson of(Quote quote) {
        return new QuoteJson(
                OpenBountyIds.BOUNTY.on(quote.bounty().value()),
                quote.gross().cents(),
                quote.fee().cents(),
                quote.net().cents(),
                Amount.units(quote.gross()),
                Amount.units(quote.fee()),
                Amount.units(quote.net()),
                quote.gross().currency().word(),
                quote.fees().basisPoints(),
                quote.stake().cents(),
                Amount.units(quote.stake()),
                quote.claimTtl().toHours(),
                quote.leaseEndsAt(),
                quote.reviewWindow().toHours(),
                quote.deadline(),
                quote.asOf());
    }
}
