package io.guildhall.bootstrap.work;

import java.time.Duration;

/** How soon a loop goes its next round: each failure doubles the pause, up to a bound. */
final class Pace {

    /**
     * @param canBeCutShort whether a ring ends it
     */
    record Rest(Duration atMost, boolean canBeCutShort) {}

    static final Rest NONE = new Rest(Duration.ZERO, true);

    private final Duration usual;
    private final Duration longest;
    private Duration afterFailure;

    /**
     * @param usual between two rounds when nobody rings, and after a first failure
     */
    Pace(Duration usual, Duration longest) {
        this.usual = usual;
        this.longest = longest;
        this.afterFailure = usual;
    }

    /**
     * @param full a full round means that more is waiting
     */
    Rest afterRound(boolean full) {
        afterFailure = usual;
        return full ? NONE : new Rest(usual, true);
    }

    /** What fails is not tried as often as somebody rings. */
    Rest afterFailure() {
        Rest rest = new Rest(afterFailure, false);
        Duration longer = afterFailure.multipliedBy(2);
        afterFailure = longer.compareTo(longest) < 0 ? longer : longest;
        return rest;
    }
}
