package io.guildhall.bootstrap.work;

import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.application.workspace.ticket.RemindOfApprovals;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;

/** The rounds that every replica makes for the teams of projects. */
@Singleton
final class WorkspaceWorkers {

    private static final int REMINDERS_AT_ONCE = 50;

    private final RemindOfApprovals remindOfApprovals;

    private final Rota rota;

    WorkspaceWorkers(RemindOfApprovals remindOfApprovals, Rota rota) {
        this.remindOfApprovals = remindOfApprovals;
        this.rota = rota;
    }

    /** A reminder is days late by its nature, so that a minute more is nothing. */
    @Scheduled(
            identity = "approval-reminders",
            every = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void remindOfApprovals() {
        rota.goWhileFull(
                Worker.APPROVAL_REMINDERS,
                () -> remindOfApprovals.handle(REMINDERS_AT_ONCE) == REMINDERS_AT_ONCE);
    }
}
