package io.guildhall.web.statement;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.web.list.Paging;
import io.guildhall.wire.time.IsoTimes;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which statement is wanted: whole days in UTC, as people write them. */
public record Period(
        @QueryParam("from") @Nullable String from,
        @QueryParam("to") @Nullable String to,
        @QueryParam("currency") @Nullable String currency) {

    private static final int DAYS = 30;

    /**
     * As it can be asked for.
     *
     * @param last the last day that belongs to it
     */
    record Asked(LocalDate first, LocalDate last, Currency currency) {

        Instant begin() {
            return first.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        Instant end() {
            return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        /** The address of something of just this period. */
        String at(String path) {
            return Paging.with(
                    Paging.with(Paging.with(path, "from", first.toString()), "to", last.toString()),
                    "currency",
                    currency.word());
        }
    }

    /** The last thirty days, when nothing was asked for. */
    static Asked latest(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Asked(today.minusDays(DAYS), today, Currency.USD);
    }

    Asked read(Instant now) {
        Invalid.Check check = new Invalid.Check();
        Asked latest = latest(now);
        LocalDate last = day("to", to, latest.last(), check);
        LocalDate first =
                day(
                        "from",
                        from,
                        to == null || to.isEmpty() ? latest.first() : last.minusDays(DAYS),
                        check);
        check.require(!last.isBefore(first), "to", "must not be before the first day");
        check.orThrow();
        return new Asked(first, last, counted());
    }

    private Currency counted() {
        return Currency.USDC.word().equals(String.valueOf(currency).toLowerCase(Locale.ROOT))
                ? Currency.USDC
                : Currency.USD;
    }

    private static LocalDate day(
            String field, @Nullable String written, LocalDate otherwise, Invalid.Check check) {
        if (written == null || written.isEmpty()) {
            return otherwise;
        }
        Optional<LocalDate> day = IsoTimes.day(written);
        check.require(day.isPresent(), field, IsoTimes.A_DAY);
        return day.orElse(otherwise);
    }
}
