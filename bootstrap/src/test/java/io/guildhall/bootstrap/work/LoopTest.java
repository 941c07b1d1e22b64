package io.guildhall.bootstrap.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger rounds = new AtomicInteger();
    private final List<Throwable> complaints = new CopyOnWriteArrayList<>();
    private Loop loop = loop(() -> false, NEVER);

    @AfterEach
    void end() throws InterruptedException {
        mayEnd.release(1_000);
        loop.stop();
        assertThat(loop.awaitEnd(PATIENCE)).isTrue();
    }

    @Test
    void theFirstRoundIsGoneAtOnceAndTheNextWhenItIsRung() {
        mayEnd.release(2);
        start(() -> false, NEVER);
        awaitRound();

        loop.ring();

        awaitRound();
    }

    @Test
    void whoRingsDuringARoundIsHeardAfterIt() {
        start(() -> false, NEVER);
        awaitRound();

        loop.ring();
        mayEnd.release(2);

        awaitRound();
    }

    @Test
    void howeverManyRingDuringARoundOneMoreRoundIsEnough() throws InterruptedException {
        start(() -> false, NEVER);
        awaitRound();

        for (int ring = 0; ring < 100; ring++) {
            loop.ring();
        }
        mayEnd.release(1_000);
        awaitRound();
        loop.stop();

        assertThat(loop.awaitEnd(PATIENCE)).isTrue();
        assertThat(rounds).hasValue(2);
    }

    @Test
    void whoRingsWithinTheLeastPauseIsNotHeardYet() throws InterruptedException {
        mayEnd.release(2);
        loop = loop(() -> false, new Pace(NEVER, NEVER.plus(NEVER), NEVER));
        loop.start();
        awaitRound();

        loop.ring();

        assertThat(begun.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void whoRangWithinTheLeastPauseIsHeardAfterIt() {
        mayEnd.release(2);
        loop = loop(() -> false, new Pace(Duration.ofMillis(1), NEVER, NEVER));
        loop.start();
        awaitRound();

        loop.ring();

        awaitRound();
    }

    @Test
    void aFullRoundIsFollowedByTheNext() {
        mayEnd.release(1_000);
        start(() -> rounds.get() < 5, NEVER);

        for (int round = 0; round < 5; round++) {
            awaitRound();
        }
    }

    @Test
    void whenNobodyRingsItLooksByItself() {
        mayEnd.release(1_000);
        start(() -> false, Duration.ofMillis(1));

        for (int round = 0; round < 5; round++) {
            awaitRound();
        }
    }

    @Test
    void afterAFailureItGoesOnAndEachKindIsToldOnceUntilARoundSucceeds() {
        BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
        var first = new IllegalStateException("one");
        var otherKind = new RefusedException(new StorageUnavailable(false));
        var again = new IllegalStateException("after a success");
        failures.add(first);
        failures.add(new IllegalStateException("of the same kind"));
        failures.add(otherKind);
        failures.add(new RefusedException(new StorageUnavailable(true)));
        failures.add(new Success());
        failures.add(again);
        mayEnd.release(1_000);
        start(
                () -> {
                    RuntimeException next = failures.poll();
                    if (next != null && !(next instanceof Success)) {
                        throw next;
                    }
                    return false;
                },
                Duration.ofMillis(1));

        for (int round = 0; round < 7; round++) {
            awaitRound();
        }

        assertThat(complaints).containsExactly(first, otherKind, again);
    }

    @Test
    void whatShouldNeverHappenEndsItNeither() {
        mayEnd.release(1_000);
        start(
                () -> {
                    if (rounds.get() == 1) {
                        throw new AssertionError("a bug");
                    }
                    return false;
                },
                Duration.ofMillis(1));

        awaitRound();
        awaitRound();

        assertThat(complaints).hasSize(1);
    }

    @Test
    void itEndsAfterTheRoundThatIsBeingGone() throws InterruptedException {
        start(() -> true, NEVER);
        awaitRound();

        loop.stop();
        mayEnd.release(1_000);

        assertThat(loop.awaitEnd(PATIENCE)).isTrue();
        assertThat(rounds).hasValue(1);
    }

    @Test
    void aRoundThatDoesNotEndIsCutOff() throws InterruptedException {
        start(() -> true, NEVER);
        awaitRound();
        loop.stop();

        assertThat(loop.awaitEnd(Duration.ofMillis(1))).isFalse();

        assertThat(loop.awaitEnd(PATIENCE)).isTrue();
    }

    @Test
    void itIsStuckInARoundThatTakesTooLong() {
        start(() -> false, NEVER);
        awaitRound();

        assertThat(loop.isStuck(NEVER)).isFalse();
        assertThat(loop.isStuck(Duration.ZERO)).isTrue();
    }

    @Test
    void afterAFailureItCanBeStoppedAtOnce() throws InterruptedException {
        mayEnd.release(1_000);
        start(
                () -> {
                    throw new IllegalStateException("always");
                },
                NEVER);
        awaitRound();

        loop.stop();

        assertThat(loop.awaitEnd(PATIENCE)).isTrue();
    }

    /** Stands between failures for a round without one. */
    private static final class Success extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void start(BooleanSupplier round, Duration pause) {
        loop = loop(round, pause);
        loop.start();
    }

    private Loop loop(BooleanSupplier round, Duration pause) {
        return loop(round, new Pace(Duration.ZERO, pause, pause));
    }

    private Loop loop(BooleanSupplier round, Pace pace) {
        return new Loop(
                "test",
                () -> {
                    rounds.incrementAndGet();
                    begun.release();
                    awaitPermission();
                    return round.getAsBoolean();
                },
                pace,
                complaints::add);
    }

    private void awaitPermission() {
        try {
            mayEnd.acquire();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitRound() {
        try {
            assertThat(begun.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
