package io.guildhall.bootstrap.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What callers met, attempt by attempt. */
public final class Witness {

    private static final int NO_ANSWER = 0;

    private final List<Attempt> attempts = new ArrayList<>();

    /**
     * One time that a request was sent.
     *
     * @param status 0 when the connection was refused, or broke off before an answer
     */
    public record Attempt(Instant begun, Instant ended, int status) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Neither done nor refused for what it was. */
        boolean isFailure() {
            return status == NO_ANSWER || status >= 500;
        }

        private long micros() {
            return Duration.between(begun, ended).toNanos() / 1_000;
        }
    }

    void answered(Instant begun, int status) {
        add(new Attempt(begun, Instant.now(), status));
    }

    void brokenOff(Instant begun) {
        add(new Attempt(begun, Instant.now(), NO_ANSWER));
    }

    public synchronized int count() {
        return attempts.size();
    }

    /** How often each status was met; 0 is no answer. */
    public synchronized Map<Integer, Integer> statuses() {
        Map<Integer, Integer> statuses = new TreeMap<>();
        attempts.forEach(attempt -> statuses.merge(attempt.status(), 1, Integer::sum));
        return statuses;
    }

    public int successes() {
        return those(Attempt::isSuccess).size();
    }

    public int unavailable() {
        return those(attempt -> attempt.status() == 503).size();
    }

    public int brokenOff() {
        return those(attempt -> attempt.status() == NO_ANSWER).size();
    }

    /** Those that were under way at that moment and came to nothing. */
    public int failedInFlight(Instant moment) {
        return those(attempt ->
                        attempt.isFailure()
                                && attempt.begun().isBefore(moment)
                                && attempt.ended().isAfter(moment))
                .size();
    }

    public Optional<Instant> firstSuccessAfter(Instant moment) {
        return those(attempt -> attempt.isSuccess() && attempt.ended().isAfter(moment)).stream()
                .map(Attempt::ended)
                .min(Instant::compareTo);
    }

    /** Of those that were begun in between and succeeded. */
    public Duration p99(Instant from, Instant to) {
        long[] micros =
                those(attempt ->
                                attempt.isSuccess()
                                        && attempt.begun().isAfter(from)
                                        && attempt.begun().isBefore(to))
                        .stream()
                        .mapToLong(Attempt::micros)
                        .sorted()
                        .toArray();
        if (micros.length == 0) {
            throw new AssertionError("Nothing succeeded between " + from + " and " + to);
        }
        return Duration.ofNanos(micros[micros.length * 99 / 100] * 1_000);
    }

    private synchronized void add(Attempt attempt) {
        attempts.add(attempt);
    }

    private synchronized List<Attempt> those(Predicate<Attempt> wanted) {
        return attempts.stream().filter(wanted).toList();
    }
}
