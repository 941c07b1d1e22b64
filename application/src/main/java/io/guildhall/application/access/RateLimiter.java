package io.guildhall.application.access;

import io.guildhall.application.access.RateCounters.Counter;
import io.guildhall.application.access.RateLimits.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests in fixed windows of a minute, in memory. Replicas add their counts up every
 * second, so a caller that spreads its requests over N replicas can be at most N - 1 seconds' worth
 * of its requests over its limit.
 */
public final class RateLimiter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final RateCounters counters;
    private final ConcurrentHashMap<Counter, Window> windows = new ConcurrentHashMap<>();

    public RateLimiter(InstantSource clock, RateCounters counters) {
        this.clock = clock;
        this.counters = counters;
    }

    /** What the nearest of a request's budgets says. */
    public record Verdict(
            boolean allowed, long limit, long remaining, Instant resetsAt, Duration untilReset) {

        /** After so many whole seconds there is a budget again. */
        public long secondsUntilReset() {
            return Math.max(1, untilReset.plusMillis(999).toSeconds());
        }
    }

    /** Draws on each budget in turn; a refusing one leaves those after it untouched. */
    public Verdict draw(List<Budget> budgets) {
        Instant now = clock.instant();
        Instant start = now.truncatedTo(ChronoUnit.MINUTES);
        Instant reset = start.plus(WINDOW);
        Duration untilReset = Duration.between(now, reset);
        Verdict nearest = new Verdict(true, Long.MAX_VALUE, Long.MAX_VALUE, reset, untilReset);
        for (Budget budget : budgets) {
            long remaining =
                    windows.computeIfAbsent(budget.counter(), _ -> new Window())
                            .draw(start, budget.limit());
            if (remaining < 0) {
                return new Verdict(false, budget.limit(), 0, reset, untilReset);
            }
            if (remaining < nearest.remaining()) {
                nearest = new Verdict(true, budget.limit(), remaining, reset, untilReset);
            }
        }
        return nearest;
    }

    /** What is left of a budget; nothing is drawn. */
    public Verdict look(Budget budget) {
        Instant now = clock.instant();
        Instant start = now.truncatedTo(ChronoUnit.MINUTES);
        Instant reset = start.plus(WINDOW);
        Window window = windows.get(budget.counter());
        long left = Math.max(budget.limit() - (window == null ? 0 : window.drawn(start)), 0);
        return new Verdict(left > 0, budget.limit(), left, reset, Duration.between(now, reset));
    }

    /** Adds this replica's counts to everybody's and learns the sums; to be called every second. */
    public void share() {
        Instant start = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        windows.values().removeIf(window -> window.endedBefore(start));
        Map<Counter, Long> counted = new HashMap<>();
        windows.forEach((counter, window) -> {
            long unshared = window.unshared(start);
            if (unshared > 0) {
                counted.put(counter, unshared);
            }
        });
        if (counted.isEmpty()) {
            return;
        }
        counters.add(start, counted)
                .forEach((counter, sum) -> {
                    Window window = windows.get(counter);
                    if (window != null) {
                        window.learn(start, sum, counted.getOrDefault(counter, 0L));
                    }
                });
    }

    /**
     * One counter's minute: what all replicas had at the last sharing, and what came here since.
     */
    private static final class Window {

        private Instant start = Instant.MIN;
        private long shared;
        private long unshared;

        synchronized long draw(Instant current, long limit) {
            if (current.isAfter(start)) {
                start = current;
                shared = 0;
                unshared = 0;
            }
            if (shared + unshared >= limit) {
                return -1;
            }
            unshared++;
            return limit - shared - unshared;
        }

        synchronized long drawn(Instant current) {
            return start.isBefore(current) ? 0 : shared + unshared;
        }

        synchronized boolean endedBefore(Instant current) {
            return start.isBefore(current);
        }

        synchronized long unshared(Instant current) {
            return start.equals(current) ? unshared : 0;
        }

        synchronized void learn(Instant current, long sum, long ofThese) {
            if (start.equals(current)) {
                shared = sum;
                unshared -= ofThese;
            }
        }
    }
}
