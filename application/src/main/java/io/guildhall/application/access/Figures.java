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

    /** What there is to read. */
    List<String> names();

    /**
     * Reads one figure, with each of its labels, in a unit of work of its own, which is given up
     * rather than that it takes long. What has no row is 0 or left out; a series that was there
     * before and is not now is 0.
     *
     * @param marketNow by which payouts are due and events happen
     * @param worldNow by which deliveries are due and leases end
     */
    List<Figure> read(String name, Instant marketNow, Instant worldNow);
}
