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
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentError.PaymentUnderWay;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Optional;

/** A poster wants to bring in just what one of its bounties still needs. */
public final class PayForBounty {

    private final UseCaseContext context;
    private final Payments payments;
    private final Bounties bounties;
    private final Ledger ledger;
    private final Debts debts;
    private final NewPayments newPayments;

    public PayForBounty(
            UseCaseContext context,
            Payments payments,
            Bounties bounties,
            Ledger ledger,
            Checkout checkout) {
        this.context = context;
        this.payments = payments;
        this.bounties = bounties;
        this.ledger = ledger;
        this.debts = new Debts(ledger, context.ids());
        this.newPayments = new NewPayments(context, payments, ledger, checkout);
    }

    public record Command(Caller caller, BountyId bounty) {}

    /**
     * @return the payment, perhaps one that was asked for before, can still be made and suffices;
     *     empty when the balance covers it already, or its funding is nothing that this rail can do
     */
    public Optional<Payment> handle(Command command) {
        return context.transactions()
                .run(() -> {
                    BountyId id = command.bounty();
                    Bounty bounty = PostedBounty.commandedBy(command.caller(), bounties.lock(id));
                    Money reward = bounty.terms().reward();
                    Money has =
                            ledger.spendable(Account.available(bounty.poster(), reward.currency()));
                    if (bounty.terms().isOnChain()
                            || !(bounty.status() instanceof AwaitingFunding)
                            || !has.isLessThan(reward)) {
                        return Optional.empty();
                    }
                    Instant now = context.clock().instant();
                    newPayments.mustBeTaken(reward.currency());
                    context.funding().mustBeOpen(bounty.terms().rail(), reward.currency(), now);
                    debts.mustBeClear(bounty.poster(), reward.currency(), now);
                    Money missing = reward.minus(has);
                    Optional<Payment> before = payments.underWayFor(id);
                    return Optional.of(
                            before.isPresent()
                                    ? mustSuffice(before.get(), missing)
                                    : newPayments.request(
                                            bounty.poster(), newPayments.atLeast(missing), id));
                });
    }

    /** Two of them would be paid by who opens both pages. */
    private static Payment mustSuffice(Payment before, Money missing) {
        if (before.amount().isLessThan(missing)) {
            throw new RefusedException(new PaymentUnderWay(before.id(), before.amount(), missing));
        }
        return before;
    }
}
