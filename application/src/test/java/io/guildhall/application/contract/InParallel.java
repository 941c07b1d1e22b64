package io.guildhall.application.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Several workers at the same time, each in a thread of its own. */
final class InParallel {

    private static final long PATIENCE_SECONDS = 30;

    private InParallel() {}

    /** Lets them all begin at once and passes on what one of them throws. */
    static void run(int workers, IntConsumer work) throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int number = worker;
                running.add(
                        threads.submit(() -> {
                            await(begin);
                            work.accept(number);
                        }));
            }
            begin.countDown();
            for (Future<?> one : running) {
                get(one);
            }
        }
    }

    /**
     * Starts the second work in the middle of the first.
     *
     * @param first is given what lets the second begin and then waits that long for it
     * @return whether the second had ended before the first went on
     */
    static boolean endsWhile(Consumer<Consumer<Duration>> first, Runnable second)
            throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean endedMeanwhile = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> other =
                    threads.submit(() -> {
                        await(begin);
                        second.run();
                        ended.countDown();
                    });
            first.accept(patience -> {
                begin.countDown();
                endedMeanwhile.set(await(ended, patience));
            });
            get(other);
        }
        return endedMeanwhile.get();
    }

    private static void await(CountDownLatch latch) {
        if (!await(latch, Duration.ofSeconds(PATIENCE_SECONDS))) {
            throw new IllegalStateException("Nobody let this worker begin");
        }
    }

    private static boolean await(CountDownLatch latch, Duration patience) {
        try {
            return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void get(Future<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
