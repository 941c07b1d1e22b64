package io.guildhall.bootstrap.wiring;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.ledger.Debts;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.payee.FollowPayees;
import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.application.payee.ViewPayee;
import io.guildhall.application.payment.EnsureRailFits;
import io.guildhall.application.payment.FollowPayments;
import io.guildhall.application.payment.HearRailNotices;
import io.guildhall.application.payment.PayForBounty;
import io.guildhall.application.payment.ReceiveRailNotice;
import io.guildhall.application.payment.ReconcileRail;
import io.guildhall.application.payment.RefundPayment;
import io.guildhall.application.payment.ReplayRailNotice;
import io.guildhall.application.payment.RequestPayment;
import io.guildhall.application.payment.ViewPayments;
import io.guildhall.application.payment.ViewReserves;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.rail.RailBooks;
import io.guildhall.domain.rail.RailNoticeReader;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.domain.rail.RailRecords;
import io.guildhall.domain.rail.RailSnapshots;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Money on its way in, and where money goes when it leaves. */
@Singleton
final class PaymentWiring {

    private static final Logger LOG = Logger.getLogger(PaymentWiring.class);

    @Produces
    @Singleton
    Debts debts(Ledger ledger, IdGenerator ids) {
        return new Debts(ledger, ids);
    }

    @Produces
    @Singleton
    EnsureRailFits ensureRailFits(Transactions transactions, Ledger ledger, RailRecords records) {
        return new EnsureRailFits(transactions, ledger, records);
    }

    @Produces
    @Singleton
    OnboardPayee onboardPayee(
            UseCaseContext context,
            Operators operators,
            PayeeAccounts accounts,
            PayeeOnboarding onboarding) {
        return new OnboardPayee(context, operators, accounts, onboarding);
    }

    @Produces
    @Singleton
    ViewPayee viewPayee(PayeeAccounts accounts, PayeeOnboarding onboarding) {
        return new ViewPayee(accounts, onboarding);
    }

    @Produces
    @Singleton
    FollowPayees followPayees(
            UseCaseContext context,
            PayeeAccounts accounts,
            PayeeOnboarding onboarding,
            Payouts payouts) {
        return new FollowPayees(context, accounts, onboarding, payouts);
    }

    @Produces
    @Singleton
    RequestPayment requestPayment(
            UseCaseContext context, Payments payments, Ledger ledger, Checkout checkout) {
        return new RequestPayment(context, payments, ledger, checkout);
    }

    @Produces
    @Singleton
    PayForBounty payForBounty(
            UseCaseContext context,
            Payments payments,
            Bounties bounties,
            Ledger ledger,
            Checkout checkout) {
        return new PayForBounty(context, payments, bounties, ledger, checkout);
    }

    @Produces
    @Singleton
    FollowPayments followPayments(
            UseCaseContext context,
            Payments payments,
            Payouts payouts,
            Bounties bounties,
            Escrow escrow,
            Ledger ledger,
            Checkout checkout) {
        return new FollowPayments(context, payments, payouts, bounties, escrow, ledger, checkout);
    }

    @Produces
    @Singleton
    ViewPayments viewPayments(Payments payments) {
        return new ViewPayments(payments);
    }

    @Produces
    @Singleton
    RefundPayment refundPayment(
            UseCaseContext context, Payments payments, Payouts payouts, Ledger ledger) {
        return new RefundPayment(context, payments, payouts, ledger);
    }

    @Produces
    @Singleton
    ReceiveRailNotice receiveRailNotice(
            Transactions transactions,
            RailNotices notices,
            RailNoticeReader reader,
            InstantSource worldClock) {
        return new ReceiveRailNotice(transactions, notices, reader, worldClock);
    }

    @Produces
    @Singleton
    HearRailNotices hearRailNotices(
            UseCaseContext context,
            RailNotices notices,
            RailNoticeReader reader,
            Payments payments,
            PayeeAccounts accounts,
            InstantSource worldClock) {
        return new HearRailNotices(
                context,
                notices,
                reader,
                payments,
                accounts,
                worldClock,
                (notice, failure) ->
                        LOG.errorf(
                                failure,
                                "Notice %s of Stripe cannot be heard (%d times); it is tried again"
                                        + " later, and holds up no other",
                                notice.id(),
                                notice.failures()));
    }

    @Produces
    @Singleton
    ReplayRailNotice replayRailNotice(Transactions transactions, RailNotices notices, Audit audit) {
        return new ReplayRailNotice(transactions, notices, audit);
    }

    @Produces
    @Singleton
    ReconcileRail reconcileRail(
            UseCaseContext context,
            Ledger ledger,
            Payments payments,
            Payouts payouts,
            RailBooks books,
            RailSnapshots snapshots,
            Audit audit) {
        return new ReconcileRail(context, ledger, payments, payouts, books, snapshots, audit);
    }

    @Produces
    @Singleton
    ViewReserves viewReserves(RailSnapshots snapshots) {
        return new ViewReserves(snapshots);
    }
}
