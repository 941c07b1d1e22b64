package io.guildhall.application.worker;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.access.WorkerBacklogs;
import io.guildhall.application.access.WorkerBacklogs.Backlog;
import io.guildhall.application.access.WorkerBacklogs.Lease;
import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.access.WorkerBoard.Pause;
import io.guildhall.application.access.WorkerBoard.Report;
import io.guildhall.application.stream.StreamReaders;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Worded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How all workers of all replicas do, as an admin. */
public final class ViewWorkers {

    private final WorkerBoard board;
    private final WorkerBacklogs backlogs;
    private final EventStream stream;
    private final StreamCursors cursors;
    private final InstantSource marketClock;
    private final InstantSource worldClock;

    public ViewWorkers(
            WorkerBoard board,
            WorkerBacklogs backlogs,
            EventStream stream,
            StreamCursors cursors,
            InstantSource marketClock,
            InstantSource worldClock) {
        this.board = board;
        this.backlogs = backlogs;
        this.stream = stream;
        this.cursors = cursors;
        this.marketClock = marketClock;
        this.worldClock = worldClock;
    }

    /** Whether a worker is at work. */
    public enum State implements Worded {
        /** Nobody has paused it. */
        RUNNING,
        /** It is paused, and some replica has not heard of it yet or ends its last round. */
        DRAINING,
        /** It is paused, and no replica that is there does anything of it. */
        DRAINED
    }

    /**
     * @param backlog null where nothing is counted
     * @param leases what of it only one replica may do now, and which
     * @param replicas what those say that were heard of lately
     */
    public record Standing(
            Worker worker,
            State state,
            @Nullable Pause pause,
            @Nullable Backlog backlog,
            List<Lease> leases,
            List<Report> replicas) {}

    public List<Standing> all(Caller caller) {
        caller.requireAdmin();
        Instant now = worldClock.instant();
        List<Pause> pauses = board.pauses();
        List<Report> reports = board.reports(now.minus(Rota.SILENT_MAX));
        List<Lease> leases = backlogs.leases(now);
        List<Backlog> counted = new ArrayList<>(backlogs.backlogs(marketClock.instant(), now));
        counted.add(behind(Worker.WEBHOOK_PLANNER, StreamReaders.WEBHOOKS));
        counted.add(behind(Worker.KAFKA, StreamReaders.KAFKA));
        return Arrays.stream(Worker.values())
                .map(worker -> standing(worker, pauses, counted, leases, reports))
                .toList();
    }

    private static Standing standing(
            Worker worker,
            List<Pause> pauses,
            List<Backlog> backlogs,
            List<Lease> leases,
            List<Report> reports) {
        Pause pause =
                pauses.stream().filter(found -> found.worker() == worker).findFirst().orElse(null);
        List<Report> own = reports.stream().filter(said -> said.worker() == worker).toList();
        return new Standing(
                worker,
                pause == null ? State.RUNNING : isDrained(own) ? State.DRAINED : State.DRAINING,
                pause,
                backlogs.stream()
                        .filter(found -> found.worker() == worker)
                        .findFirst()
                        .orElse(null),
                leases.stream().filter(lease -> lease.worker() == worker).toList(),
                own);
    }

    private static boolean isDrained(List<Report> replicas) {
        return replicas.stream().allMatch(said -> said.paused() && said.busySince() == null);
    }

    /** How many events a reader of the stream has not heard yet. */
    private Backlog behind(Worker worker, String reader) {
        OptionalLong place = cursors.placeOf(reader);
        return new Backlog(
                worker,
                place.isPresent() ? Math.max(0, stream.extent().last() - place.getAsLong()) : 0,
                null);
    }
}
