package io.guildhall.application.payout;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payee.PayeeError;
import io.guildhall.domain.payee.PayeeError.PayoutAccountIncomplete;
import io.guildhall.domain.payee.PayeeError.PayoutAccountNeeded;
import io.guildhall.domain.payee.PayeeError.PayoutDestinationNew;
import io.guildhall.domain.payee.PayeeStatus.Payable;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentError.CurrencyNotCarried;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a payout goes, and whether it can go there now. */
public final class Destinations {

    private final PayeeAccounts accounts;
    private final Payments payments;

    public Destinations(PayeeAccounts accounts, Payments payments) {
        this.accounts = accounts;
        this.payments = payments;
    }

    /** What can be said before the rail is asked. */
    public sealed interface Way {
        record Open(Destination destination) implements Way {}

        record Barred(String why, String nextAction) implements Way {}
    }

    /** Tells the payee what is missing before any money is set aside. */
    public void mustBeUsable(OperatorId payee, Money amount, Rail rail, Instant now) {
        if (rail != Rail.STRIPE) {
            return;
        }
        if (amount.currency() != Currency.USD) {
            throw new RefusedException(new CurrencyNotCarried(amount.currency().word()));
        }
        PayeeError missing = missing(accounts.of(payee), now);
        if (missing != null) {
            throw new RefusedException(missing);
        }
    }

    public Way of(Payout payout, Instant now) {
        return switch (payout.rail()) {
            case LEDGER, ESCROW, SANDBOX -> new Way.Open(new Destination.Nowhere());
            case STRIPE ->
                    payout.source() instanceof Refund(var payment)
                            ? backTo(payments.find(payment).orElseThrow())
                            : toAccount(payout, now);
        };
    }

    /**
     * What has gone back may have bounced before we knew that it had gone, and was not taken for
     * bounced then: its payment is looked at once more.
     */
    void reached(Payout completed, Instant now) {
        if (completed.source() instanceof Refund(var id)) {
            Payment payment = payments.find(id).orElseThrow();
            payments.save(payment.ring(now).orThrow().state());
        }
    }

    /** What could not go back the way it came stays with its payer. */
    void kept(Payout returned, Instant now) {
        if (returned.source() instanceof Refund(var id)) {
            Payment payment = payments.find(id).orElseThrow();
            payments.save(payment.keep(returned.net(), now).orThrow().state());
        }
    }

    private Way toAccount(Payout payout, Instant now) {
        Optional<PayeeAccount> account = accounts.of(payout.payee());
        PayeeError missing = missing(account, now);
        if (missing != null) {
            return new Way.Barred(missing.code(), missing.message());
        }
        return new Way.Open(
                new Destination.ToAccount(account.map(PayeeAccount::reference).orElseThrow()));
    }

    private static Way backTo(Payment payment) {
        return payment.stage() instanceof Received(var _, var receipt, var _)
                ? new Way.Open(new Destination.BackTo(receipt.reference()))
                : new Way.Barred(
                        "payment_not_received", "Wait until the payment has come, then resume it");
    }

    private static @Nullable PayeeError missing(Optional<PayeeAccount> found, Instant now) {
        if (found.isEmpty() || found.get().reference() == null) {
            return new PayoutAccountNeeded();
        }
        PayeeAccount account = found.get();
        if (!(account.status() instanceof Payable)) {
            return new PayoutAccountIncomplete(account.status());
        }
        return account.isUsable(now) ? null : new PayoutDestinationNew(account.usableFrom());
    }
}
