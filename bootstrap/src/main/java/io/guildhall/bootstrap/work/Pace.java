package io.guildhall.bootstrap.work;

import io.guildhall.domain.shared.BackOff;
import java.time.Duration;

/** How soon a loop goes its next round: each failure doubles the pause, up to a bound. */
final class Pace {

    /**
     * @param atLeast so long nothing but a stop ends it
     * @param atMost it ends when somebody has rung, or by itself after this
     */
    record Rest(Duration atLeast, Duration atMost) {}

    static final Rest NONE = new Rest(Duration.ZERO, Duration.ZERO);

    private final Duration least;
    private final Duration usual;
    private final BackOff backOff;
    private int failures;

    /**
     * @param least between two rounds however often somebody rings, so that one round does what
     *     many rang for
     * @param usual between two rounds when nobody rings, and after a first failure
     */
    Pace(Duration least, Duration usual, Duration longest) {
        this.least = least;
        this.usual = usual;
        this.backOff = new BackOff(usual, longest);
    }

    /**
     * @param full a full round means that more is waiting
     */
    Rest afterRound(boolean full) {
        failures = 0;
        return full ? NONE : new Rest(least, usual);
    }

    /** What fails is not tried as often as somebody rings. */
    Rest afterFailure() {
        failures++;
        Duration pause = backOff.after(failures);
        return new Rest(pause, pause);
    }
}
