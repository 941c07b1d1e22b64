package io.guildhall.application.worker;

import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.access.WorkerBoard.Pause;
import io.guildhall.application.access.WorkerBoard.Report;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The workers of one replica: whether each may begin a round, and how the last ones went. It looks
 * at the board as often as it is told to, and says there what changed at once and the rest now and
 * then, so that an idle replica hardly writes.
 */
public final class Rota {

    /** Who has said nothing for this long is not there any more. */
    public static final Duration SILENT_MAX = Duration.ofSeconds(30);

    private static final Duration SAID_EVERY = Duration.ofSeconds(10);
    private static final int ERROR_LENGTH_MAX = 500;

    private final Transactions transactions;
    private final WorkerBoard board;
    private final InstantSource worldClock;
    private final String replica;
    private final Map<Worker, Course> courses = new EnumMap<>(Worker.class);
    private final Map<Worker, Report> said = new EnumMap<>(Worker.class);
    private volatile @Nullable Set<Worker> paused;

    /**
     * @param replica a name that no other has
     */
    public Rota(
            Transactions transactions,
            WorkerBoard board,
            InstantSource worldClock,
            String replica) {
        this.transactions = transactions;
        this.board = board;
        this.worldClock = worldClock;
        this.replica = replica;
        for (Worker worker : Worker.values()) {
            courses.put(worker, new Course());
        }
    }

    public String replica() {
        return replica;
    }

    /**
     * Goes one round, unless the worker is paused.
     *
     * @return what the round answered, or false when none was gone
     */
    public boolean go(Worker worker, BooleanSupplier round) {
        return go(worker, round, () -> {});
    }

    /**
     * The same, for a worker that leaves things on their way behind it.
     *
     * @param whilePaused sees them come to their end; until it returns the worker is not drained
     */
    public boolean go(Worker worker, BooleanSupplier round, Runnable whilePaused) {
        if (isPaused(worker)) {
            course(worker)
                    .during(
                            worldClock,
                            () -> {
                                whilePaused.run();
                                return false;
                            });
            return false;
        }
        return course(worker).round(worldClock, round);
    }

    /** The same, for a round of which nothing more is to be said. */
    public void run(Worker worker, Runnable round) {
        go(
                worker,
                () -> {
                    round.run();
                    return false;
                });
    }

    public boolean isPaused(Worker worker) {
        Set<Worker> known = paused;
        return (known == null ? look() : known).contains(worker);
    }

    /** Looks who is paused, and says how all do that have anything new to say. */
    public void synchronise() {
        Set<Worker> pausedNow = look();
        Instant now = worldClock.instant();
        List<Report> news = new ArrayList<>();
        courses.forEach((worker, course) -> {
            Report report = course.report(worker, replica, now, pausedNow.contains(worker));
            if (report != null && isNews(said.get(worker), report)) {
                news.add(report);
            }
        });
        if (!news.isEmpty()) {
            transactions.run(() -> board.report(news));
            news.forEach(report -> said.put(report.worker(), report));
        }
    }

    /** Who began before it was told may go one more round; nobody waits for the board twice. */
    private Set<Worker> look() {
        Set<Worker> found =
                board.pauses().stream()
                        .map(Pause::worker)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Worker.class)));
        paused = found;
        return found;
    }

    private Course course(Worker worker) {
        return Objects.requireNonNull(courses.get(worker));
    }

    private static boolean isNews(@Nullable Report before, Report now) {
        return before == null
                || before.paused() != now.paused()
                || before.failures() != now.failures()
                || (now.paused() && (before.busySince() == null) != (now.busySince() == null))
                || !now.reportedAt().isBefore(before.reportedAt().plus(SAID_EVERY));
    }

    /** How one worker's rounds went; a worker may have several loops of this replica in it. */
    private static final class Course {

        private int inside;
        private @Nullable Instant busySince;
        private @Nullable Instant lastRoundAt;
        private long rounds;
        private long failures;
        private @Nullable String lastError;
        private @Nullable Instant lastErrorAt;

        boolean round(InstantSource clock, BooleanSupplier round) {
            try {
                boolean full = during(clock, round);
                ended(clock.instant(), null);
                return full;
            } catch (RuntimeException | Error failure) {
                ended(clock.instant(), failure);
                throw failure;
            }
        }

        boolean during(InstantSource clock, BooleanSupplier deed) {
            begin(clock.instant());
            try {
                return deed.getAsBoolean();
            } finally {
                end();
            }
        }

        synchronized @Nullable Report report(
                Worker worker, String replica, Instant now, boolean isPaused) {
            return rounds == 0 && !isPaused && busySince == null
                    ? null
                    : new Report(
                            worker,
                            replica,
                            now,
                            isPaused,
                            busySince,
                            lastRoundAt,
                            rounds,
                            failures,
                            lastError,
                            lastErrorAt);
        }

        private synchronized void begin(Instant now) {
            if (inside++ == 0) {
                busySince = now;
            }
        }

        private synchronized void end() {
            if (--inside == 0) {
                busySince = null;
            }
        }

        private synchronized void ended(Instant now, @Nullable Throwable failure) {
            rounds++;
            lastRoundAt = now;
            if (failure != null) {
                failures++;
                lastError = told(failure);
                lastErrorAt = now;
            }
        }

        /** A message may hold anything; a class tells enough of what nobody foresaw. */
        private static String told(Throwable failure) {
            String text =
                    failure instanceof RefusedException refused
                            ? refused.error().code() + ": " + refused.error().message()
                            : failure.getClass().getName();
            return text.substring(0, Math.min(text.length(), ERROR_LENGTH_MAX));
        }
    }
}
