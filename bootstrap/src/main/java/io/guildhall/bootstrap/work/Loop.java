package io.guildhall.bootstrap.work;

import io.guildhall.bootstrap.work.Pace.Rest;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A thread that goes round after round: soon when it is rung, at once when the round before was
 * full, else after a pause. A round that fails is tried again; nothing but {@link #stop} ends it.
 */
final class Loop {

    private static final Boolean RING = true;

    private final String name;
    private final BooleanSupplier round;
    private final Pace pace;
    private final Consumer<Throwable> complaints;
    private final Thread thread;

    /** Holds one: however many ring during a round, one more round sees it all. */
    private final BlockingQueue<Boolean> rung = new ArrayBlockingQueue<>(1);

    /** When the round that is being gone began; 0 between rounds. */
    private volatile long roundBegan;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Set<String> complainedOf = new HashSet<>();

    /**
     * @param round answers whether it was full, so that more may be waiting
     * @param complaints is told of each kind of failure once, until a round succeeds
     */
    Loop(String name, BooleanSupplier round, Pace pace, Consumer<Throwable> complaints) {
        this.name = name;
        this.round = round;
        this.pace = pace;
        this.complaints = complaints;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Costs next to nothing: those who ring have better things to do. */
    void ring() {
        rung.offer(RING);
    }

    /** The round that is being gone is the last. */
    void stop() {
        stopping.countDown();
        ring();
    }

    String name() {
        return name;
    }

    /**
     * @return whether only a new process helps: it has ended without being told to, or has been in
     *     one round for so long
     */
    boolean isStuck(Duration roundMax) {
        long began = roundBegan;
        boolean tooLong = began != 0 && System.nanoTime() - began > roundMax.toNanos();
        return tooLong || (!thread.isAlive() && !isStopping());
    }

    /**
     * Lets the last round come to its end, and cuts it off if it does not.
     *
     * @return whether it came to its end by itself
     */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        if (thread.join(atMost)) {
            return true;
        }
        thread.interrupt();
        return false;
    }

    private void run() {
        while (!isStopping()) {
            try {
                rest(go());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private Rest go() {
        roundBegan = System.nanoTime() | 1;
        try {
            boolean full = round.getAsBoolean();
            complainedOf.clear();
            return pace.afterRound(full);
        } catch (RuntimeException | Error failure) {
            if (complainedOf.add(kind(failure))) {
                complaints.accept(failure);
            }
            return pace.afterFailure();
        } finally {
            roundBegan = 0;
        }
    }

    private void rest(Rest rest) throws InterruptedException {
        stopping.await(rest.atLeast().toNanos(), TimeUnit.NANOSECONDS);
        rung.poll(rest.atMost().minus(rest.atLeast()).toNanos(), TimeUnit.NANOSECONDS);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private static String kind(Throwable failure) {
        return failure instanceof RefusedException refused
                ? refused.error().code()
                : failure.getClass().getName();
    }
}
