package io.guildhall.bootstrap.wiring;

import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.payout.Destinations;
import io.guildhall.application.payout.ResumePayout;
import io.guildhall.application.payout.SendPayouts;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.IdGenerator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The ledger, the way out of the house, and what is owed. */
@Singleton
final class MoneyWiring {

    @Produces
    @Singleton
    Escrow escrow(Ledger ledger, IdGenerator ids, PaymentProvider provider) {
        return new Escrow(ledger, ids, provider.rail());
    }

    @Produces
    @Singleton
    TopUp topUp(UseCaseContext context, Ledger ledger, PaymentProvider provider) {
        return new TopUp(context, ledger, provider.rail());
    }

    @Produces
    @Singleton
    Destinations destinations(PayeeAccounts accounts, Payments payments) {
        return new Destinations(accounts, payments);
    }

    @Produces
    @Singleton
    ResumePayout resumePayout(UseCaseContext context, Payouts payouts) {
        return new ResumePayout(context, payouts);
    }

    @Produces
    @Singleton
    Withdraw withdraw(
            UseCaseContext context,
            Ledger ledger,
            Payouts payouts,
            PaymentProvider provider,
            Destinations destinations) {
        return new Withdraw(context, ledger, payouts, provider, destinations);
    }

    @Produces
    @Singleton
    ViewLedger viewLedger(Ledger ledger, InstantSource clock) {
        return new ViewLedger(ledger, clock);
    }

    @Produces
    @Singleton
    SendPayouts sendPayouts(
            UseCaseContext context,
            Payouts payouts,
            Ledger ledger,
            PaymentProvider provider,
            Destinations destinations) {
        return new SendPayouts(context, payouts, ledger, provider, destinations);
    }

    @Produces
    @Singleton
    ViewPayouts viewPayouts(Payouts payouts) {
        return new ViewPayouts(payouts);
    }
}
