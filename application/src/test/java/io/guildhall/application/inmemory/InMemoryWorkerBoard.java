package io.guildhall.application.inmemory;

import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.worker.Worker;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The board of the workers in memory. */
public final class InMemoryWorkerBoard implements WorkerBoard {

    private record Place(Worker worker, String replica) {}

    private final Rows<Worker, Pause> pauses;
    private final Rows<Place, Report> reports;

    public InMemoryWorkerBoard(InMemoryTransactions transactions) {
        this.pauses = new Rows<>(transactions);
        this.reports = new Rows<>(transactions);
    }

    @Override
    public List<Pause> pauses() {
        return pauses.where(_ -> true).stream()
                .sorted(Comparator.comparing(Pause::worker))
                .toList();
    }

    @Override
    public Optional<Pause> find(Worker worker) {
        return pauses.find(worker);
    }

    @Override
    public void pause(Pause pause) {
        pauses.put(pause.worker(), pause);
    }

    @Override
    public boolean resume(Worker worker) {
        boolean there = pauses.keep(worker).isPresent();
        if (there) {
            pauses.remove(worker);
        }
        return there;
    }

    @Override
    public void report(List<Report> said) {
        said.forEach(report -> reports.put(new Place(report.worker(), report.replica()), report));
    }

    @Override
    public List<Report> reports(Instant since) {
        return reports.where(report -> !report.reportedAt().isBefore(since)).stream()
                .sorted(Comparator.comparing(Report::worker).thenComparing(Report::replica))
                .toList();
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        List<Place> old =
                reports.keysWhere((_, report) -> report.reportedAt().isBefore(time)).stream()
                        .limit(limit)
                        .toList();
        old.forEach(reports::remove);
        return old.size();
    }
}
