package io.guildhall.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as people read it, and as programs do.
 *
 * @param absolute in UTC, to the minute
 * @param relative such as {@code 2 d 4 h left} or {@code 5 min ago}
 * @param isSoon whether it comes within a day
 */
public record Moment(String iso, String absolute, String relative, boolean isPast, boolean isSoon) {

    private static final DateTimeFormatter ABSOLUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private static final Duration SOON = Duration.ofDays(1);

    public static Moment of(Instant time, Instant now) {
        boolean past = !time.isAfter(now);
        Duration distance = past ? Duration.between(time, now) : Duration.between(now, time);
        return new Moment(
                time.toString(),
                ABSOLUTE.format(time),
                relative(distance, past),
                past,
                !past && distance.compareTo(SOON) < 0);
    }

    public static @Nullable Moment ofNullable(@Nullable Instant time, Instant now) {
        return time == null ? null : of(time, now);
    }

    /** Without a direction: {@code 3 d}, {@code 1 h 30 min}. */
    public static String length(Duration duration) {
        long days = duration.toDays();
        int hours = duration.toHoursPart();
        int minutes = duration.toMinutesPart();
        if (days >= 14 || (days > 0 && hours == 0)) {
            return days + " d";
        }
        if (days > 0) {
            return days + " d " + hours + " h";
        }
        if (hours > 0) {
            return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
        }
        return minutes > 0 ? minutes + " min" : duration.toSeconds() + " s";
    }

    private static String relative(Duration distance, boolean past) {
        if (past && distance.toSeconds() < 5) {
            return "just now";
        }
        return length(distance) + (past ? " ago" : " left");
    }
}
