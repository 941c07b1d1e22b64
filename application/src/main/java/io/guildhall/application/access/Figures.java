package io.guildhall.application.access;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What those who keep the service running look at, counted where everything is kept: the same for
 * every replica.
 */
public interface Figures {

    /**
     * One number.
     *
     * @param name in lower case with underscores, such as {@code relay_lag_seconds}
     * @param labels each with a bounded number of values: words, never ids
     */
    record Figure(String name, SortedMap<String, String> labels, double value) {}

    /**
     * Reads in a unit of work of its own, which is given up rather than that it takes long. What
     * has no row is 0 or left out; a figure that was there before and is not now is 0.
     */
    List<Figure> read(Instant now);
}
