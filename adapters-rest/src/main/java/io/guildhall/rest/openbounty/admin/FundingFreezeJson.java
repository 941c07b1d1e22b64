package io.guildhall.rest.openbounty.admin;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.payout.Rail;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** New money that is not taken. */
@Schema(name = "FundingFreeze")
@JsonNaming(SnakeCaseStrategy.class)
public record FundingFreezeJson(
        @Schema(description = "all, a rail, a currency, or one on the other: ledger/usd.")
                String scope,
        @Nullable String rail,
        @Nullable String currency,
        @Schema(description = "Whether it holds now.") boolean frozen,
        String reason,
        Instant since,
        @Schema(description = "When it ends by itself; null until somebody ends it.")
                @Nullable Instant until,
        String adminId) {

    static FundingFreezeJson of(FundingFreeze freeze, boolean inForce) {
        Rail rail = freeze.scope().rail();
        Currency currency = freeze.scope().currency();
        return new FundingFreezeJson(
                freeze.scope().word(),
                rail == null ? null : rail.word(),
                currency == null ? null : currency.word(),
                inForce,
                freeze.reason(),
                freeze.since(),
                freeze.until(),
                OpenBountyIds.OPERATOR.on(freeze.admin().value()));
    }

    /** All that hold now. */
    @Schema(name = "FundingFreezes")
    public record All(List<FundingFreezeJson> items) {

        static All of(List<FundingFreeze> freezes) {
            return new All(freezes.stream().map(freeze -> of(freeze)).toList());
        }

        private static FundingFreezeJson of(FundingFreeze freeze) {
            return FundingFreezeJson.of(freeze, true);
        }
    }
}
