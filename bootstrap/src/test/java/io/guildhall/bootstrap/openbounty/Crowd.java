package io.guildhall.bootstrap.openbounty;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Everybody at once, each in a virtual thread of its own. */
public final class Crowd {

    private Crowd() {}

    /** Lets all begin together and says what came of each, in the order given. */
    public static <T> List<T> atOnce(List<? extends Callable<T>> all) {
        CountDownLatch begin = new CountDownLatch(1);
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> one : all) {
                running.add(
                        threads.submit(() -> {
                            begin.await();
                            return one.call();
                        }));
            }
            begin.countDown();
            for (Future<T> one : running) {
                results.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
        return results;
    }
}
