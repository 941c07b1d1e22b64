package io.guildhall.messaging.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long a receiver asks to be left alone: in seconds, or until a date. */
final class RetryAfter {

    static final Duration MAX = Duration.ofHours(24);

    private static final String NAME = "Retry-After";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern MANY_SECONDS = Pattern.compile("\\d{10,}");

    private RetryAfter() {}

    /** Null when it does not ask, or says it so that nobody understands. */
    static @Nullable Duration in(Headers headers, Instant now) {
        String asked = headers.get(NAME);
        if (asked == null) {
            return null;
        }
        if (SECONDS.matcher(asked).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(asked)));
        }
        if (MANY_SECONDS.matcher(asked).matches()) {
            return MAX;
        }
        Instant until = headers.getInstant(NAME);
        return until == null ? null : bounded(Duration.between(now, until));
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MAX) > 0 ? MAX : asked;
    }
}
