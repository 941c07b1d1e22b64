package io.guildhall.application.party;

import java.time.Duration;
import java.time.Instant;

/**
 * How old what a wallet has signed may be. No document says it; people may be between the wallet
 * and us, so that it is minutes.
 */
final class StatementAge {

    private static final Duration AGE_MAX = Duration.ofMinutes(10);

    private StatementAge() {}

    /**
     * @param timestamp milliseconds since 1970, from before or behind our clock
     */
    static boolean isRecent(long timestamp, Instant now) {
        return timestamp >= now.minus(AGE_MAX).toEpochMilli()
                && timestamp <= now.plus(AGE_MAX).toEpochMilli();
    }

    /** What is said of a timestamp that is not. */
    static String wanted(Instant now) {
        return "must be milliseconds since 1970, and within 10 minutes of our clock, which shows "
                + now.toEpochMilli();
    }
}
