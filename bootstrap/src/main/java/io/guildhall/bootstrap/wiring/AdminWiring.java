package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.Comparisons;
import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.access.WorkerBacklogs;
import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.ViewAudit;
import io.guildhall.application.bounty.ViewWholeStory;
import io.guildhall.application.bounty.WholeStory.RailStory;
import io.guildhall.application.escrow.ContractStory;
import io.guildhall.application.escrow.Reconcile;
import io.guildhall.application.funding.FreezeFunding;
import io.guildhall.application.funding.NewFunding;
import io.guildhall.application.funding.UnfreezeFunding;
import io.guildhall.application.funding.ViewFundingFreezes;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.party.KnownParties;
import io.guildhall.application.party.ResumeParty;
import io.guildhall.application.party.SuspendParty;
import io.guildhall.application.party.ViewSuspensions;
import io.guildhall.application.payment.ProcessorStory;
import io.guildhall.application.payment.ReconcileRail;
import io.guildhall.application.payout.RetryPayout;
import io.guildhall.application.reconciliation.ChainBooks;
import io.guildhall.application.reconciliation.ComparedBooks;
import io.guildhall.application.reconciliation.LedgerBooks;
import io.guildhall.application.reconciliation.ProcessorBooks;
import io.guildhall.application.reconciliation.ReconcileRails;
import io.guildhall.application.reconciliation.WatchedBooks;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.application.worker.PauseWorker;
import io.guildhall.application.worker.ResumeWorker;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.ViewWorkers;
import io.guildhall.bootstrap.wiring.ChainWiring.Chain;
import io.guildhall.bootstrap.wiring.StripeWiring.Stripe;
import io.guildhall.domain.audit.AuditLog;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.shared.EventLog;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.Submissions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What those who run the installation do. A further rail is added to {@link #rails} and to {@link
 * #railStories}.
 */
@Singleton
final class AdminWiring {

    /** The books that are compared. */
    private static List<ComparedBooks> rails(
            ViewLedger ledger,
            Optional<Chain> chain,
            Reconcile reconcile,
            Optional<Stripe> stripe,
            ReconcileRail reconcileRail) {
        List<ComparedBooks> books = new ArrayList<>();
        books.add(LedgerBooks.of(ledger::proof));
        chain.ifPresent(_ -> books.add(ChainBooks.of(reconcile)));
        stripe.ifPresent(_ -> books.add(ProcessorBooks.of(Rail.STRIPE, reconcileRail)));
        return books;
    }

    /** What rails have to say of a bounty. */
    private static List<RailStory> railStories(
            Optional<Chain> chain,
            EscrowHolds holds,
            ChainFacts facts,
            VaultOrders orders,
            Optional<Stripe> stripe,
            Payments payments) {
        List<RailStory> stories = new ArrayList<>();
        chain.ifPresent(_ -> stories.add(ContractStory.of(holds, facts, orders)));
        stripe.ifPresent(_ -> stories.add(ProcessorStory.of(Rail.STRIPE, payments)));
        return stories;
    }

    @Produces
    @Singleton
    Audit audit(AuditLog log, IdGenerator ids, InstantSource worldClock) {
        return new Audit(log, ids, worldClock);
    }

    @Produces
    @Singleton
    ViewAudit viewAudit(AuditLog log) {
        return new ViewAudit(log);
    }

    @Produces
    @Singleton
    NewFunding newFunding(FundingFreezes freezes) {
        return new NewFunding(freezes);
    }

    @Produces
    @Singleton
    FreezeFunding freezeFunding(UseCaseContext context, FundingFreezes freezes, Audit audit) {
        return new FreezeFunding(context, freezes, audit);
    }

    @Produces
    @Singleton
    UnfreezeFunding unfreezeFunding(UseCaseContext context, FundingFreezes freezes, Audit audit) {
        return new UnfreezeFunding(context, freezes, audit);
    }

    @Produces
    @Singleton
    ViewFundingFreezes viewFundingFreezes(FundingFreezes freezes, MarketClock clock) {
        return new ViewFundingFreezes(freezes, clock);
    }

    @Produces
    @Singleton
    KnownParties knownParties(Operators operators, Agents agents) {
        return new KnownParties(operators, agents);
    }

    @Produces
    @Singleton
    SuspendParty suspendParty(
            UseCaseContext context,
            KnownParties parties,
            Operators operators,
            Suspensions suspensions,
            Audit audit) {
        return new SuspendParty(context, parties, operators, suspensions, audit);
    }

    @Produces
    @Singleton
    ResumeParty resumeParty(
            UseCaseContext context, KnownParties parties, Suspensions suspensions, Audit audit) {
        return new ResumeParty(context, parties, suspensions, audit);
    }

    @Produces
    @Singleton
    ViewSuspensions viewSuspensions(Suspensions suspensions) {
        return new ViewSuspensions(suspensions);
    }

    @Produces
    @Singleton
    PauseWorker pauseWorker(
            Transactions transactions, WorkerBoard board, Audit audit, InstantSource worldClock) {
        return new PauseWorker(transactions, board, audit, worldClock);
    }

    @Produces
    @Singleton
    ResumeWorker resumeWorker(Transactions transactions, WorkerBoard board, Audit audit) {
        return new ResumeWorker(transactions, board, audit);
    }

    @Produces
    @Singleton
    ViewWorkers viewWorkers(
            WorkerBoard board,
            WorkerBacklogs backlogs,
            EventStream stream,
            StreamCursors cursors,
            MarketClock marketClock,
            InstantSource worldClock) {
        return new ViewWorkers(board, backlogs, stream, cursors, marketClock, worldClock);
    }

    /** The name says where the process runs, so that it is found. */
    @Produces
    @Singleton
    Rota rota(
            Transactions transactions,
            WorkerBoard board,
            InstantSource worldClock,
            IdGenerator ids) {
        String host = System.getenv().getOrDefault("HOSTNAME", "process");
        return new Rota(
                transactions,
                board,
                worldClock,
                host + "/" + ProcessHandle.current().pid() + "/" + ids.next());
    }

    @Produces
    @Singleton
    RetryPayout retryPayout(UseCaseContext context, Payouts payouts, Audit audit) {
        return new RetryPayout(context, payouts, audit);
    }

    @Produces
    @Singleton
    WatchedBooks watchedBooks(
            Transactions transactions,
            Comparisons comparisons,
            ViewLedger ledger,
            Optional<Chain> chain,
            Reconcile reconcile,
            Optional<Stripe> stripe,
            ReconcileRail reconcileRail,
            InstantSource worldClock) {
        return new WatchedBooks(
                transactions,
                comparisons,
                rails(ledger, chain, reconcile, stripe, reconcileRail),
                worldClock);
    }

    @Produces
    @Singleton
    ReconcileRails reconcileRails(
            Transactions transactions,
            WatchedBooks watchedBooks,
            Audit audit,
            InstantSource worldClock) {
        return new ReconcileRails(transactions, watchedBooks, audit, worldClock);
    }

    @Produces
    @Singleton
    ViewWholeStory viewWholeStory(
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            Payouts payouts,
            Ledger ledger,
            EventLog events,
            Deliveries deliveries,
            TrackedPullRequests pullRequests,
            Optional<Chain> chain,
            EscrowHolds holds,
            ChainFacts facts,
            VaultOrders orders,
            Optional<Stripe> stripe,
            Payments payments) {
        return new ViewWholeStory(
                bounties,
                claims,
                submissions,
                disputes,
                payouts,
                ledger,
                events,
                deliveries,
                pullRequests,
                railStories(chain, holds, facts, orders, stripe, payments));
    }
}
