package io.guildhall.application.worker;

import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.access.WorkerBoard.Pause;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.worker.WorkerError.UnknownWorker;
import io.guildhall.application.worker.WorkerError.WorkerNotPaused;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.util.Map;

/** Lets a paused worker go on, on every replica, with all that has waited for it. */
public final class ResumeWorker {

    private final Transactions transactions;
    private final WorkerBoard board;
    private final Audit audit;

    public ResumeWorker(Transactions transactions, WorkerBoard board, Audit audit) {
        this.transactions = transactions;
        this.board = board;
        this.audit = audit;
    }

    public record Command(Mandate mandate, String worker) {}

    /** What there was. */
    public Pause handle(Command command) {
        command.mandate().require();
        Worker worker =
                Worker.of(command.worker())
                        .orElseThrow(
                                () -> new RefusedException(new UnknownWorker(command.worker())));
        return transactions.run(() -> resume(command.mandate(), worker));
    }

    private Pause resume(Mandate mandate, Worker worker) {
        Pause pause =
                board.find(worker)
                        .orElseThrow(() -> new RefusedException(new WorkerNotPaused(worker)));
        if (!board.resume(worker)) {
            throw new RefusedException(new WorkerNotPaused(worker));
        }
        audit.record(
                mandate,
                AdminAct.RESUME_WORKER,
                new AuditSubject(AuditSubject.Kind.WORKER, worker.word()),
                Map.of("paused", "yes", "reason", pause.reason()),
                Map.of("paused", "no"));
        return pause;
    }
}
