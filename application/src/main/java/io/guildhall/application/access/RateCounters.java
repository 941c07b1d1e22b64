package io.guildhall.application.access;

import java.time.Instant;
import java.util.Map;

/** Where replicas add up what each of them has counted. */
public interface RateCounters {

    /** Who is counted, and whether reads or writes are. */
    record Counter(String subject, boolean write) {}

    /**
     * Adds to the counters of one window.
     *
     * @return the same counters with the sum over all replicas
     */
    Map<Counter, Long> add(Instant windowStart, Map<Counter, Long> counted);

    void forgetBefore(Instant windowStart);
}
