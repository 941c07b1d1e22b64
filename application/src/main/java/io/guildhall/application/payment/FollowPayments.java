package io.guildhall.application.payment;

import io.guildhall.application.ledger.Debts;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.Checkout.Standing;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.payment.PaymentStage.Requested;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Asks the rail how it stands with payments, and books what it says. The question is taken up
 * before the call and the answer recorded after it, each in a unit of work of its own: a crash in
 * between asks again, and money is booked once.
 */
public final class FollowPayments {

    private final UseCaseContext context;
    private final Payments payments;
    private final Bounties bounties;
    private final Escrow escrow;
    private final PaymentBooks books;
    private final Debts debts;
    private final BouncedRefunds bounces;
    private final Checkout checkout;

    public FollowPayments(
            UseCaseContext context,
            Payments payments,
            Payouts payouts,
            Bounties bounties,
            Escrow escrow,
            Ledger ledger,
            Checkout checkout) {
        this.context = context;
        this.payments = payments;
        this.bounties = bounties;
        this.escrow = escrow;
        this.books = new PaymentBooks(ledger, context.ids());
        this.debts = new Debts(ledger, context.ids());
        this.bounces = new BouncedRefunds(payouts, ledger, context);
        this.checkout = checkout;
    }

    /**
     * @return how many were taken up; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        List<Payment> taken = context.transactions().run(() -> take(limit));
        taken.forEach(payment -> record(payment, ask(payment)));
        return taken.size();
    }

    private List<Payment> take(int limit) {
        Instant now = context.clock().instant();
        return payments.takeDue(now, limit).stream()
                .map(payment -> payments.save(payment.attempt(now).orThrow().state()))
                .toList();
    }

    private Standing ask(Payment payment) {
        try {
            return payment.stage() instanceof Requested
                    ? checkout.open(request(payment))
                    : checkout.look(Objects.requireNonNull(payment.stage().page()));
        } catch (RuntimeException e) {
            // What the rail did is not known, so nothing may be concluded but that it is to be
            // asked again.
            return new Standing.Unknown(e.getClass().getSimpleName());
        }
    }

    private static Checkout.Request request(Payment payment) {
        BountyId bounty = payment.bounty();
        return new Checkout.Request(
                payment.id(),
                payment.amount(),
                bounty == null ? "Balance for paid work" : "Hold for a bounty",
                (bounty == null ? payment.id().value() : bounty.value()).toString());
    }

    private void record(Payment asked, Standing standing) {
        context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    // The bounty first, as everywhere.
                    Bounty bounty =
                            asked.bounty() == null
                                    ? null
                                    : bounties.lock(asked.bounty()).orElse(null);
                    Payment current = payments.find(asked.id()).orElseThrow();
                    if (current.version() != asked.version()) {
                        // Something was heard of it meanwhile, or another worker took it over: this
                        // answer may be older than what is known, and it is asked about again.
                        return;
                    }
                    switch (current.record(standing, now)) {
                        case Decision.Refused<Payment> _ -> {
                            // Nothing follows from such an answer.
                        }
                        case Decision.Accepted<Payment>(var recorded, var events) -> {
                            debts.lock(recorded.payer(), recorded.amount().currency());
                            Payment saved =
                                    payments.save(
                                            standing instanceof Standing.Paid paid
                                                    ? bounces.take(recorded, paid.bounced(), now)
                                                    : recorded);
                            books.follow(current, saved, now);
                            context.outbox().publish(events, now);
                            if (saved.stage() instanceof Received) {
                                debts.level(saved.payer(), saved.amount().currency(), now);
                            }
                            if (bounty != null && cameJustNow(current, saved)) {
                                fund(bounty, now);
                            }
                        }
                    }
                });
    }

    private static boolean cameJustNow(Payment before, Payment after) {
        return after.stage() instanceof Received && !(before.stage() instanceof Received);
    }

    /**
     * What came too late for its bounty stays on the payer's balance, and so does what comes while
     * no new money is put to work: the payer funds with it later.
     */
    private void fund(Bounty bounty, Instant now) {
        if (!context.funding().isOpen(bounty.terms().rail(), bounty.terms().currency(), now)) {
            return;
        }
        switch (bounty.fund(now)) {
            case Decision.Refused<Bounty> _ -> {
                // It is open already, or over.
            }
            case Decision.Accepted<Bounty>(var funded, var events) -> {
                if (escrow.canBeFundedFor(bounty)) {
                    Bounty saved = bounties.save(funded);
                    escrow.take(saved, saved.terms().reward(), now);
                    context.outbox().publish(events, now);
                }
            }
        }
    }
}
