package io.guildhall.application.inmemory;

import io.guildhall.application.access.RateCounters;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Shared counts in memory: what two replicas in one program would add up in. */
public final class InMemoryRateCounters implements RateCounters {

    private final Map<Instant, Map<Counter, Long>> windows = new HashMap<>();

    @Override
    public synchronized Map<Counter, Long> add(Instant windowStart, Map<Counter, Long> counted) {
        Map<Counter, Long> window = windows.computeIfAbsent(windowStart, _ -> new HashMap<>());
        Map<Counter, Long> sums = new HashMap<>();
        counted.forEach((counter, count) ->
                sums.put(counter, window.merge(counter, count, Math::addExact)));
        return sums;
    }

    @Override
    public synchronized void forgetBefore(Instant windowStart) {
        windows.keySet().removeIf(start -> start.isBefore(windowStart));
    }
}
