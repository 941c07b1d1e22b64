package io.guildhall.application.inmemory;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.ViewAudit;
import io.guildhall.application.bounty.ViewWholeStory;
import io.guildhall.application.escrow.ContractStory;
import io.guildhall.application.escrow.Reconcile;
import io.guildhall.application.funding.FreezeFunding;
import io.guildhall.application.funding.UnfreezeFunding;
import io.guildhall.application.funding.ViewFundingFreezes;
import io.guildhall.application.notification.ReplayForReceiver;
import io.guildhall.application.party.KnownParties;
import io.guildhall.application.party.ResumeParty;
import io.guildhall.application.party.SuspendParty;
import io.guildhall.application.party.ViewSuspensions;
import io.guildhall.application.payment.ProcessorStory;
import io.guildhall.application.payment.ReconcileRail;
import io.guildhall.application.payout.RetryPayout;
import io.guildhall.application.reconciliation.ChainBooks;
import io.guildhall.application.reconciliation.LedgerBooks;
import io.guildhall.application.reconciliation.ProcessorBooks;
import io.guildhall.application.reconciliation.ReconcileRails;
import io.guildhall.application.reconciliation.WatchedBooks;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.worker.PauseWorker;
import io.guildhall.application.worker.ResumeWorker;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.ViewWorkers;
import io.guildhall.domain.payout.Rail;
import java.util.List;

/** What those who run the installation do. */
public final class AdminUseCases {

    public final Audit audit;
    public final ViewAudit viewAudit;
    public final SuspendParty suspendParty;
    public final ResumeParty resumeParty;
    public final ViewSuspensions viewSuspensions;
    public final FreezeFunding freezeFunding;
    public final UnfreezeFunding unfreezeFunding;
    public final ViewFundingFreezes viewFundingFreezes;
    public final PauseWorker pauseWorker;
    public final ResumeWorker resumeWorker;
    public final ViewWorkers viewWorkers;
    public final Rota rota;
    public final RetryPayout retryPayout;
    public final ReplayForReceiver replayForReceiver;
    public final ViewWholeStory viewWholeStory;
    public final WatchedBooks watchedBooks;
    public final ReconcileRails reconcileRails;

    AdminUseCases(
            Ports ports,
            UseCaseContext context,
            Audit audit,
            Reconcile reconcile,
            ReconcileRail reconcileRail) {
        AdminPorts admin = ports.admin();
        var parties = new KnownParties(ports.operators(), ports.agents());
        this.audit = audit;
        viewAudit = new ViewAudit(admin.auditLog());
        suspendParty =
                new SuspendParty(context, parties, ports.operators(), admin.suspensions(), audit);
        resumeParty = new ResumeParty(context, parties, admin.suspensions(), audit);
        viewSuspensions = new ViewSuspensions(admin.suspensions());
        freezeFunding = new FreezeFunding(context, admin.fundingFreezes(), audit);
        unfreezeFunding = new UnfreezeFunding(context, admin.fundingFreezes(), audit);
        viewFundingFreezes = new ViewFundingFreezes(admin.fundingFreezes(), context.clock());
        pauseWorker =
                new PauseWorker(ports.transactions(), admin.workerBoard(), audit, ports.clock());
        resumeWorker = new ResumeWorker(ports.transactions(), admin.workerBoard(), audit);
        viewWorkers =
                new ViewWorkers(
                        admin.workerBoard(),
                        admin.workerBacklogs(),
                        ports.eventStream(),
                        ports.streamCursors(),
                        context.clock(),
                        ports.clock());
        rota = new Rota(ports.transactions(), admin.workerBoard(), ports.clock(), "one");
        retryPayout = new RetryPayout(context, ports.payouts(), audit);
        replayForReceiver =
                new ReplayForReceiver(context, ports.webhookEndpoints(), ports.deliveries(), audit);
        viewWholeStory =
                new ViewWholeStory(
                        ports.bounties(),
                        ports.claims(),
                        ports.submissions(),
                        ports.disputes(),
                        ports.payouts(),
                        ports.ledger(),
                        ports.eventLog(),
                        ports.deliveries(),
                        ports.trackedPullRequests(),
                        List.of(
                                ContractStory.of(
                                        ports.escrowHolds(),
                                        ports.chainFacts(),
                                        ports.vaultOrders()),
                                ProcessorStory.of(Rail.STRIPE, ports.payments())));
        watchedBooks =
                new WatchedBooks(
                        ports.transactions(),
                        admin.comparisons(),
                        List.of(
                                LedgerBooks.of(ports.ledger()::prove),
                                ChainBooks.of(reconcile),
                                ProcessorBooks.of(Rail.STRIPE, reconcileRail)),
                        ports.clock());
        reconcileRails =
                new ReconcileRails(ports.transactions(), watchedBooks, audit, ports.clock());
    }
}
