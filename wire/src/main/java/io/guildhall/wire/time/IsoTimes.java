package io.guildhall.wire.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/**
 * Times and days by ISO 8601, as callers write them. Java reads a thousand million years, the
 * database keeps some hundred thousand, and a sum of both ends somewhere else again: so only years
 * are taken that are far from any end, and everything else is no time.
 */
public final class IsoTimes {

    /** What is told of a text that is no time. */
    public static final String A_TIME =
            "must be a time from 1970 to 9999 such as 2026-03-02T09:00:00Z";

    /** What is told of a text that is no day. */
    public static final String A_DAY = "must be a day from 1970 to 9999 such as 2026-12-24";

    private static final Instant BEGIN = Instant.EPOCH;
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private IsoTimes() {}

    /** With its offset; empty when the text is none. */
    public static Optional<Instant> time(String text) {
        return read(text, written -> OffsetDateTime.parse(written).toInstant())
                .filter(IsoTimes::isWithin);
    }

    /** Without an offset and meant in UTC; empty when the text is none. */
    public static Optional<Instant> timeInUtc(String text) {
        return read(text, written -> LocalDateTime.parse(written).toInstant(ZoneOffset.UTC))
                .filter(IsoTimes::isWithin);
    }

    /** Empty when the text is none. */
    public static Optional<LocalDate> day(String text) {
        return read(text, LocalDate::parse)
                .filter(day -> isWithin(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private static <T> Optional<T> read(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isWithin(Instant time) {
        return !time.isBefore(BEGIN) && time.isBefore(END);
    }
}
