package io.guildhall.application.worker;

import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.access.WorkerBoard.Pause;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.worker.WorkerError.UnknownWorker;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Lets no replica begin another round of a worker: what is in the middle of one ends it, and then
 * the worker is drained. What it would do waits, and nothing of it is lost. Pausing twice changes
 * nothing and is accepted.
 */
public final class PauseWorker {

    private final Transactions transactions;
    private final WorkerBoard board;
    private final Audit audit;
    private final InstantSource worldClock;

    public PauseWorker(
            Transactions transactions, WorkerBoard board, Audit audit, InstantSource worldClock) {
        this.transactions = transactions;
        this.board = board;
        this.audit = audit;
        this.worldClock = worldClock;
    }

    /**
     * @param worker its word
     */
    public record Command(Mandate mandate, String worker) {}

    public Pause handle(Command command) {
        command.mandate().require();
        Worker worker =
                Worker.of(command.worker())
                        .orElseThrow(
                                () -> new RefusedException(new UnknownWorker(command.worker())));
        return transactions.run(() -> pause(command.mandate(), worker));
    }

    private Pause pause(Mandate mandate, Worker worker) {
        Optional<Pause> already = board.find(worker);
        if (already.isPresent()) {
            return already.get();
        }
        var pause =
                new Pause(
                        worker,
                        mandate.reason().strip(),
                        worldClock.instant(),
                        mandate.caller().operator());
        board.pause(pause);
        audit.record(
                mandate,
                AdminAct.PAUSE_WORKER,
                new AuditSubject(AuditSubject.Kind.WORKER, worker.word()),
                Map.of("paused", "no"),
                Map.of("paused", "yes"));
        return pause;
    }
}
