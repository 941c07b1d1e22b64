package io.guildhall.rest.openbounty.ledger;

import io.guildhall.domain.money.Currency;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which statement is wanted. */
public record StatementSearch(
        @QueryParam("from")
                @Parameter(
                        description =
                                "The first instant that belongs to it; 30 days before its end by default.")
                @Nullable String from,
        @QueryParam("to")
                @Parameter(
                        description =
                                "The first instant that does not belong to it; now by default.")
                @Nullable String to,
        @QueryParam("currency")
                @Parameter(
                        description = "usd by default.",
                        schema = @Schema(enumeration = {"usd", "usdc"}))
                @Nullable String currency,
        @QueryParam("format")
                @Parameter(
                        description = "json by default.",
                        schema = @Schema(enumeration = {"json", "csv"}))
                @Nullable String format) {

    private static final Duration PERIOD = Duration.ofDays(30);

    /** As it can be asked for. */
    record Asked(Instant from, Instant to, Currency currency, boolean csv) {}

    /** How it is written. */
    private enum Format {
        JSON,
        CSV
    }

    Asked read(Instant now) {
        QueryReader reader = new QueryReader();
        Instant end = Objects.requireNonNullElse(reader.instant("to", to), now);
        Instant start = reader.instant("from", from);
        Currency counted = reader.word("currency", currency, Currency.class);
        Format wanted = reader.word("format", format, Format.class);
        reader.orThrow();
        return new Asked(
                start == null ? end.minus(PERIOD) : start,
                end,
                Objects.requireNonNullElse(counted, Currency.USD),
                wanted == Format.CSV);
    }
}
