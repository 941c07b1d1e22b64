package io.guildhall.application.payment;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentError.CurrencyNotCarried;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stores that money is to come in, and expects it; a worker asks the rail for a page at which to
 * pay ({@link FollowPayments}).
 */
final class NewPayments {

    private final UseCaseContext context;
    private final Payments payments;
    private final PaymentBooks books;
    private final Checkout checkout;

    NewPayments(UseCaseContext context, Payments payments, Ledger ledger, Checkout checkout) {
        this.context = context;
        this.payments = payments;
        this.books = new PaymentBooks(ledger, context.ids());
        this.checkout = checkout;
    }

    /** Nobody is sent to pay while such money is not wanted, nor to a page that is open already. */
    void mustBeTaken(Currency currency) {
        context.funding().mustBeOpen(checkout.rail(), currency, context.clock().instant());
    }

    /** Within a unit of work. */
    Payment request(OperatorId payer, Money amount, @Nullable BountyId bounty) {
        check(amount);
        Instant now = context.clock().instant();
        Payment payment =
                Payment.request(
                        new PaymentId(context.ids().next()),
                        payer,
                        amount,
                        bounty,
                        checkout.rail(),
                        now);
        payments.add(payment);
        books.expect(payment, now);
        return payment;
    }

    /** So much, or what the rail takes at least. */
    Money atLeast(Money amount) {
        Money least = Money.cents(checkout.limits().centsMin(), amount.currency());
        return amount.isLessThan(least) ? least : amount;
    }

    private void check(Money amount) {
        if (amount.currency() != Currency.USD) {
            throw new RefusedException(new CurrencyNotCarried(amount.currency().word()));
        }
        Checkout.Limits limits = checkout.limits();
        new Invalid.Check()
                .require(
                        amount.cents() >= limits.centsMin() && amount.cents() <= limits.centsMax(),
                        "amount",
                        "must be "
                                + limits.centsMin()
                                + " to "
                                + limits.centsMax()
                                + " cents, what one payment may be")
                .orThrow();
    }
}
