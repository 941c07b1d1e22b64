package io.guildhall.application.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One worker that keeps what became of deliveries, and runs while there is something to keep: what
 * ends while others are being kept is kept together with all that ends meanwhile.
 */
final class Keeper {

    private static final int KEPT_AT_ONCE = 100;

    private final Executor executor;
    private final Keeping keeping;
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();

    /** Keeps some at once; it never throws. */
    interface Keeping {
        void keep(List<Outcome> batch);
    }

    Keeper(Executor executor, Keeping keeping) {
        this.executor = executor;
        this.keeping = keeping;
    }

    void add(List<Outcome> ended) {
        outcomes.addAll(ended);
        if (running.compareAndSet(false, true)) {
            executor.execute(this::keepAll);
        }
    }

    private void keepAll() {
        do {
            try {
                for (List<Outcome> batch = drained(); !batch.isEmpty(); batch = drained()) {
                    keeping.keep(batch);
                }
            } finally {
                running.set(false);
            }
        } while (!outcomes.isEmpty() && running.compareAndSet(false, true));
    }

    private List<Outcome> drained() {
        List<Outcome> batch = new ArrayList<>();
        while (batch.size() < KEPT_AT_ONCE) {
            Outcome outcome = outcomes.poll();
            if (outcome == null) {
                return batch;
            }
            batch.add(outcome);
        }
        return batch;
    }
}
