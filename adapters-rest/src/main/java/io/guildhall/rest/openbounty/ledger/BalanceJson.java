package io.guildhall.rest.openbounty.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.rest.openbounty.Amount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operator has in one currency. */
@Schema(name = "Balance")
@JsonNaming(SnakeCaseStrategy.class)
public record BalanceJson(
        String currency,
        @Schema(description = "Free to post or withdraw.") long availableCents,
        @Schema(description = "In escrow for your own bounties.") long heldCents,
        @Schema(description = "On its way out.") long inTransitCents,
        @Nullable String availableUnits,
        @Nullable String heldUnits,
        @Nullable String inTransitUnits) {

    static BalanceJson of(Balance balance) {
        return new BalanceJson(
                balance.currency().word(),
                balance.available().cents(),
                balance.held().cents(),
                balance.inTransit().cents(),
                Amount.units(balance.available()),
                Amount.units(balance.held()),
                Amount.units(balance.inTransit()));
    }
}
