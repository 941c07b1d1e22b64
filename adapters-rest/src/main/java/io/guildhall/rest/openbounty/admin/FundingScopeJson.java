package io.guildhall.rest.openbounty.admin;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Worded;
import io.guildhall.rest.openbounty.Given;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
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
        Rail onlyRail = word(Rail.class, "rail", rail, check);
        Currency onlyCurrency = word(Currency.class, "currency", currency, check);
        Instant end = Given.time("until", until, check);
        check.orThrow();
        return new Read(new FundingScope(onlyRail, onlyCurrency), end);
    }

    private static <E extends Enum<E> & Worded> @Nullable E word(
            Class<E> type, String field, @Nullable String given, Invalid.Check check) {
        if (given == null) {
            return null;
        }
        E[] known = type.getEnumConstants();
        E found =
                Arrays.stream(known)
                        .filter(constant -> constant.name().equalsIgnoreCase(given))
                        .findFirst()
                        .orElse(null);
        check.require(
                found != null,
                field,
                "must be one of "
                        + Arrays.stream(known).map(Worded::word).collect(Collectors.joining(", ")));
        return found;
    }
}
