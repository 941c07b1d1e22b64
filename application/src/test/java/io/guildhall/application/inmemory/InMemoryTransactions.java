package io.guildhall.application.inmemory;

import io.guildhall.domain.shared.Busy;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One unit of work at a time over everything in memory; one that fails leaves no trace. */
public final class InMemoryTransactions implements Transactions {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean inside;

    @Override
    public <T> T run(Supplier<T> work) {
        return alone(() -> inside ? work.get() : untilItWinsItsRace(work));
    }

    /** Sees nothing of a unit of work that another thread has not ended yet. */
    <T> T alone(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the caller is in a unit of work. */
    public boolean isInside() {
        return lock.isHeldByCurrentThread() && inside;
    }

    /** A change that is taken back when the unit of work fails. */
    void change(Runnable change, Runnable takingBack) {
        if (!isInside()) {
            throw new IllegalStateException("Nothing is changed outside a unit of work");
        }
        change.run();
        undo.push(takingBack);
    }

    private <T> T untilItWinsItsRace(Supplier<T> work) {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                return once(work);
            } catch (LostRace _) {
                // What was undone is read and decided again, unless that was the last attempt.
            }
        }
        throw new RefusedException(new Busy());
    }

    private <T> T once(Supplier<T> work) {
        inside = true;
        boolean kept = false;
        try {
            T result = work.get();
            kept = true;
            return result;
        } finally {
            if (!kept) {
                undo.forEach(Runnable::run);
            }
            undo.clear();
            inside = false;
        }
    }
}
