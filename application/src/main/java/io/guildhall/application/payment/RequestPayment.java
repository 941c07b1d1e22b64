package io.guildhall.application.payment;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.ledger.Debts;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentError.CurrencyNotCarried;
import io.guildhall.domain.payment.PaymentError.PaymentUnderWay;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operator wants to bring money in. Here the intent is stored and the money expected; a worker
 * asks the rail for a page at which to pay ({@link FollowPayments}).
 */
public final class RequestPayment {

    private final UseCaseContext context;
    private final Payments payments;
    private final Bounties bounties;
    private final Ledger ledger;
    private final PaymentBooks books;
    private final Debts debts;
    private final Checkout checkout;

    public RequestPayment(
            UseCaseContext context,
            Payments payments,
            Bounties bounties,
            Ledger ledger,
            Checkout checkout) {
        this.context = context;
        this.payments = payments;
        this.bounties = bounties;
        this.ledger = ledger;
        this.books = new PaymentBooks(ledger, context.ids());
        this.debts = new Debts(ledger, context.ids());
        this.checkout = checkout;
    }

    public record Command(Caller caller, Money amount) {}

    /** To the operator's balance. */
    public Payment handle(Command command) {
        OperatorId payer = command.caller().asOperator();
        return context.transactions()
                .run(() -> {
                    mustBeTaken(command.amount().currency());
                    return request(payer, command.amount(), null);
                });
    }

    /**
     * For just what a bounty still needs: the payment that was asked for before, where it can still
     * be made and suffices. Empty when the balance covers it already, or its funding is nothing
     * that this rail can do.
     */
    public Optional<Payment> forBounty(Caller caller, BountyId id) {
        return context.transactions()
                .run(() -> {
                    Bounty bounty = PostedBounty.commandedBy(caller, bounties.lock(id));
                    Instant now = context.clock().instant();
                    Money reward = bounty.terms().reward();
                    Money has =
                            ledger.spendable(Account.available(bounty.poster(), reward.currency()));
                    if (bounty.terms().isOnChain()
                            || !(bounty.status() instanceof AwaitingFunding)
                            || !has.isLessThan(reward)) {
                        return Optional.empty();
                    }
                    mustBeTaken(reward.currency());
                    context.funding().mustBeOpen(bounty.terms().rail(), reward.currency(), now);
                    debts.mustBeClear(bounty.poster(), reward.currency(), now);
                    Money missing = reward.minus(has);
                    Optional<Payment> before = payments.underWayFor(id);
                    if (before.isPresent()) {
                        return Optional.of(mustSuffice(before.get(), missing));
                    }
                    Money least = Money.cents(checkout.limits().centsMin(), reward.currency());
                    return Optional.of(
                            request(
                                    bounty.poster(),
                                    missing.isLessThan(least) ? least : missing,
                                    id));
                });
    }

    /** Also where a page is open already: nobody is to be sent there while money is not wanted. */
    private void mustBeTaken(Currency currency) {
        context.funding().mustBeOpen(checkout.rail(), currency, context.clock().instant());
    }

    /** Two of them would be paid by who opens both pages. */
    private static Payment mustSuffice(Payment before, Money missing) {
        if (before.amount().isLessThan(missing)) {
            throw new RefusedException(new PaymentUnderWay(before.id(), before.amount(), missing));
        }
        return before;
    }

    private Payment request(OperatorId payer, Money amount, @Nullable BountyId bounty) {
        checkAmount(amount);
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

    private void checkAmount(Money amount) {
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
