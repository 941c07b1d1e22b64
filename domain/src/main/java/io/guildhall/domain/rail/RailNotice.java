package io.guildhall.domain.rail;

import io.guildhall.domain.shared.BackOff;
import java.time.Duration;
import java.time.Instant;

/**
 * Something the rail told us by itself, kept as it came until it is heard.
 *
 * @param id the rail's own, by which a repetition is known
 * @param type what it calls it
 * @param failures how often hearing it has failed
 */
public record RailNotice(String id, String type, String body, Instant receivedAt, int failures) {

    /** It may be about money, so it is never given up. */
    private static final BackOff BACK_OFF =
            new BackOff(Duration.ofSeconds(10), Duration.ofHours(1));

    /** One that has just come. */
    public static RailNotice received(String id, String type, String body, Instant now) {
        return new RailNotice(id, type, body, now, 0);
    }

    /** How a failure is taken: what is kept of the notice from now on. */
    public RailNotice failed() {
        return new RailNotice(id, type, body, receivedAt, failures + 1);
    }

    /** When it is tried again after its last failure: twice as late each time. */
    public Instant dueAfter(Instant failure) {
        return failure.plus(BACK_OFF.after(failures));
    }
}
