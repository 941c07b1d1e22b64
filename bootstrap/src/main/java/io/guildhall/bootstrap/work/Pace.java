package io.guildhall.bootstrap.work;

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
    private final Duration longest;
    private Duration afterFailure;

    /**
     * @param least between two rounds however often somebody rings, so that one round does what
     *     many rang for
     * @param usual between two rounds when nobody rings, and after a first failure
     */
    Pace(Duration least, Duration usual, Duration longest) {
        this.least = least;
        this.usual = usual;
        this.longest = longest;
        this.afterFailure = usual;
    }

    /**
     * @param full a full round means that more is waiting
     */
    Rest afterRound(boolean full) {
        afterFailure = usual;
        return full ? NONE : new Rest(least, usual);
    }

    /** What fails is not tried as often as somebody rings. */
    Rest afterFailure() {
        Rest rest = new Rest(afterFailure, afterFailure);
        Duration longer = afterFailure.multipliedBy(2);
        afterFailure = longer.compareTo(longest) < 0 ? longer : longest;
        return rest;
    }
}
