package io.guildhall.persistence.race;

import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Everybody at once. */
final class Crowd {

    private static final long PATIENCE_SECONDS = 30;

    private Crowd() {}

    /** Lets all begin together and says who was refused; anything else that is thrown is thrown. */
    static <T> List<DomainError> refusals(List<T> all, Consumer<T> work) {
        List<DomainError> refusals = new ArrayList<>();
        CountDownLatch begin = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<DomainError>>> running = new ArrayList<>();
            for (T one : all) {
                running.add(
                        threads.submit(() -> {
                            begin.await();
                            return refusal(() -> work.accept(one));
                        }));
            }
            begin.countDown();
            for (Future<Optional<DomainError>> one : running) {
                one.get().ifPresent(refusals::add);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return refusals;
    }

    static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<DomainError> refusal(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e.error());
        }
    }
}
