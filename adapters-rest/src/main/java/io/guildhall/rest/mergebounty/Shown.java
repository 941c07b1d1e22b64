package io.guildhall.rest.mergebounty;

import io.guildhall.domain.money.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How this door writes times, money and states. */
public final class Shown {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Shown() {}

    /** Cut to milliseconds. */
    public static String time(Instant time) {
        return MILLISECONDS.format(time);
    }

    public static @Nullable String timeOrNull(@Nullable Instant time) {
        return time == null ? null : time(time);
    }

    /** In the currency's base units, as a text: "500000000" is 500 usdc. */
    public static String units(Money money) {
        return Long.toString(money.units());
    }

    /** The core's word for a state, in capitals. */
    public static String status(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
