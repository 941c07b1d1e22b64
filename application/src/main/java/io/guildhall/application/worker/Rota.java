package io.guildhall.application.worker;

import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.access.WorkerBoard.Pause;
import io.guildhall.application.access.WorkerBoard.Report;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private volatile boolean stopped;

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

    /** From now on no round is begun on this replica, since it ends. */
    public void stop() {
        stopped = true;
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
        if (stopped) {
            return false;
        }
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

    /**
     * Goes round after round for as long as each was full. However much has piled up, a round is no
     * more than its one batch: in between the worker can be paused, and is seen to come on.
     *
     * @param round answers whether it was full, so that more may be waiting
     */
    public void goWhileFull(Worker worker, BooleanSupplier round) {
        goWhileFull(worker, round, () -> {});
    }

    /** The same, with something to do while the worker is paused. */
    public void goWhileFull(Worker worker, BooleanSupplier round, Runnable whilePaused) {
        while (go(worker, round, whilePaused)) {
            // The next one.
        }
    }

    /** Goes one round of which nothing more is to be said. */
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

    /**
     * The workers of this replica that have been in one round for so long, paused ones included
     * that do not come to their end.
     */
    public List<Worker> busyFor(Duration atLeast) {
        Instant before = worldClock.instant().minus(atLeast);
        return courses.entrySet().stream()
                .filter(entry -> entry.getValue().hasRoundSince(before))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * When the worker last ended a round well, or began its first one here; null before that, as
     * where it has nothing to do.
     */
    public @Nullable Instant lastWell(Worker worker) {
        return course(worker).lastWell();
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

        /** When each began, the oldest first. */
        private final Deque<Instant> inside = new ArrayDeque<>();

        private @Nullable Instant lastRoundAt;
        private @Nullable Instant lastWellAt;
        private long rounds;
        private long failures;
        private @Nullable String lastError;
        private @Nullable Instant lastErrorAt;

        boolean round(InstantSource clock, BooleanSupplier round) {
            try {
                beganFirst(clock.instant());
                boolean full = during(clock, round);
                ended(clock.instant(), null);
                return full;
            } catch (RuntimeException | Error failure) {
                ended(clock.instant(), failure);
                throw failure;
            }
        }

        boolean during(InstantSource clock, BooleanSupplier deed) {
            Instant began = clock.instant();
            begin(began);
            try {
                return deed.getAsBoolean();
            } finally {
                end(began);
            }
        }

        synchronized @Nullable Report report(
                Worker worker, String replica, Instant now, boolean isPaused) {
            Instant busySince = inside.peekFirst();
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

        synchronized boolean hasRoundSince(Instant before) {
            Instant oldest = inside.peekFirst();
            return oldest != null && !oldest.isAfter(before);
        }

        synchronized @Nullable Instant lastWell() {
            return lastWellAt;
        }

        private synchronized void beganFirst(Instant now) {
            if (lastWellAt == null) {
                lastWellAt = now;
            }
        }

        private synchronized void begin(Instant now) {
            inside.addLast(now);
        }

        private synchronized void end(Instant began) {
            inside.removeFirstOccurrence(began);
        }

        private synchronized void ended(Instant now, @Nullable Throwable failure) {
            rounds++;
            lastRoundAt = now;
            if (failure == null) {
                lastWellAt = now;
            } else {
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
