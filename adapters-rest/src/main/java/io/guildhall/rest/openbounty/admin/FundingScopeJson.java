package io.guildhall.rest.openbounty.admin;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.rest.openbounty.Given;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What new money is meant, and why it is no longer or again taken. */
@Schema(name = "FundingScope")
@JsonNaming(SnakeCaseStrategy.class)
public record FundingScopeJson(
        @Schema(description = "Only this rail; all unless it is sent.") @Nullable String rail,
        @Schema(description = "Only usd or usdc; both unless it is sent.")
                @Nullable String currency,
        @Schema(
                        format = "date-time",
                        description = "When a freeze ends by itself; never unless it is sent.")
                @Nullable String until,
        @Schema(required = true) @Nullable String reason) {

    record Read(FundingScope scope, @Nullable Instant until) {}

    Read read() {
        Invalid.Check check = new Invalid.Check();
        Rail onlyRail = Given.word("rail", rail, Rail.class, check);
        Currency onlyCurrency = Given.word("currency", currency, Currency.class, check);
        Instant end = Given.time("until", until, check);
        check.orThrow();
        return new Read(new FundingScope(onlyRail, onlyCurrency), end);
    }
}
