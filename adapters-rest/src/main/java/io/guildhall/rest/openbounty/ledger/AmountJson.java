package io.guildhall.rest.openbounty.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.rest.openbounty.Amount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much is to move. */
@Schema(name = "Amount")
@JsonNaming(SnakeCaseStrategy.class)
public record AmountJson(
        @Schema(description = "Required unless amount_units is sent.", examples = "15000")
                @Nullable Long amountCents,
        @Schema(description = "The exact base units, as a string.") @Nullable String amountUnits,
        @Schema(description = "usd (the default) or usdc") @Nullable String currency) {

    public Money money() {
        Invalid.Check check = new Invalid.Check();
        Money amount =
                Amount.read(
                        "amount",
                        amountCents,
                        amountUnits,
                        Amount.currency(currency, check),
                        check);
        check.orThrow();
        return amount;
    }
}
