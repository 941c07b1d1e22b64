package io.guildhall.bootstrap.work;

import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.shared.RefusedException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * All loops of this process; they end with it, before the database goes, and no worker begins
 * anything more.
 */
@Singleton
final class Loops {

    private static final Logger LOG = Logger.getLogger(Loops.class);

    /** So long may pass until a loop looks by itself. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration PAUSE_AFTER_FAILURES_MAX = Duration.ofSeconds(5);

    /** For all of them together, since whoever stops the service does not wait for ever. */
    private static final Duration LAST_ROUNDS_MAX = Duration.ofSeconds(10);

    /** Rounds are bounded, and the longest waits for a broker or many receivers. */
    private static final Duration ROUND_MAX = Duration.ofMinutes(10);

    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private final Rota rota;

    Loops(Rota rota) {
        this.rota = rota;
    }

    /**
     * Starts one that can be paused on all replicas.
     *
     * @param round as of {@link #start(String, BooleanSupplier)}
     */
    Runnable start(Worker worker, BooleanSupplier round) {
        return start(worker, Duration.ZERO, round);
    }

    /**
     * Starts one that can be paused on all replicas.
     *
     * @param least between two rounds however often it is rung
     * @param round as of {@link #start(String, BooleanSupplier)}
     */
    Runnable start(Worker worker, Duration least, BooleanSupplier round) {
        return start(worker.word().replace('_', ' '), least, () -> rota.go(worker, round));
    }

    /**
     * Starts one.
     *
     * @param name for the log, such as {@code relay}
     * @param round goes one round and answers whether it was full, so that more may be waiting
     * @return what rings it
     */
    Runnable start(String name, BooleanSupplier round) {
        return start(name, Duration.ZERO, round);
    }

    private Runnable start(String name, Duration least, BooleanSupplier round) {
        var loop =
                new Loop(
                        name,
                        round,
                        new Pace(least, PAUSE, PAUSE_AFTER_FAILURES_MAX),
                        failure -> complain(name, failure));
        loops.add(loop);
        loop.start();
        return loop::ring;
    }

    /** The names of those that nothing but a new process brings back. */
    List<String> stuck() {
        return loops.stream().filter(loop -> loop.isStuck(ROUND_MAX)).map(Loop::name).toList();
    }

    void onStop(@Observes ShutdownEvent event) {
        rota.stop();
        loops.forEach(Loop::stop);
        long deadline = System.nanoTime() + LAST_ROUNDS_MAX.toNanos();
        try {
            for (Loop loop : loops) {
                // At least a moment, for one that has ended already.
                long left = Math.max(1_000_000, deadline - System.nanoTime());
                if (!loop.awaitEnd(Duration.ofNanos(left))) {
                    LOG.warn("A round took too long to be waited for, and was cut off");
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A refusal is an outage that others have told of already; the rest nobody foresaw. */
    private static void complain(String name, Throwable failure) {
        if (failure instanceof RefusedException) {
            LOG.warnf("The %s cannot work and tries again: %s", name, failure.getMessage());
        } else {
            LOG.errorf(failure, "The %s failed and tries again", name);
        }
    }
}
