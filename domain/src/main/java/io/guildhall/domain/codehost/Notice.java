package io.guildhall.domain.codehost;

import io.guildhall.domain.shared.BackOff;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that GitHub told us, kept as it came until somebody has heard it.
 *
 * @param id GitHub's own of this delivery; when it tells a thing twice it is the same
 * @param event what it is about, such as {@code installation}
 * @param body JSON, as it came
 * @param failures how often hearing it has failed
 */
public record Notice(String id, String event, String body, Instant receivedAt, int failures) {

    /** So often it is tried; from the first failure to the last try 17 h pass. */
    public static final int TRIES_MAX = 10;

    /** The longest is never reached. */
    private static final BackOff BACK_OFF = new BackOff(Duration.ofMinutes(2), Duration.ofDays(1));

    public Notice {
        if (id.isBlank() || event.isBlank() || failures < 0) {
            throw new IllegalArgumentException("A notice has an id and an event");
        }
    }

    /** How a failure is taken: what is kept of the notice from now on. */
    public Notice failed() {
        return new Notice(id, event, body, receivedAt, failures + 1);
    }

    public boolean isGivenUp() {
        return failures >= TRIES_MAX;
    }

    /** When it is tried again after its last failure: twice as late each time. */
    public Instant dueAfter(Instant failure) {
        return failure.plus(BACK_OFF.after(failures));
    }
}
