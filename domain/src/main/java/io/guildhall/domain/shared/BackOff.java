package io.guildhall.domain.shared;

import java.time.Duration;

/**
 * How long what has failed waits for its next attempt: twice as long after each failure.
 *
 * @param first the wait after the first failure
 * @param most the longest wait, however often it has failed
 */
public record BackOff(Duration first, Duration most) {

    /** By then each wait is its longest. */
    private static final int DOUBLINGS_MAX = 20;

    /**
     * @param failures in a row, from 1
     */
    public Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS_MAX));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
