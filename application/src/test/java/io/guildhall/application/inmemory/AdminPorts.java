package io.guildhall.application.inmemory;

import io.guildhall.application.access.Comparisons;
import io.guildhall.application.access.WorkerBacklogs;
import io.guildhall.application.access.WorkerBoard;
import io.guildhall.domain.audit.AuditLog;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.party.Suspensions;

/** What those who run the installation ask of the outside beyond everybody. */
public record AdminPorts(
        AuditLog auditLog,
        Suspensions suspensions,
        FundingFreezes fundingFreezes,
        WorkerBoard workerBoard,
        WorkerBacklogs workerBacklogs,
        Comparisons comparisons) {

    AdminPorts doomedBy(Crashes crashes) {
        return new AdminPorts(
                crashes.doomed(auditLog),
                crashes.doomed(suspensions),
                crashes.doomed(fundingFreezes),
                crashes.doomed(workerBoard),
                crashes.doomed(workerBacklogs),
                crashes.doomed(comparisons));
    }
}
