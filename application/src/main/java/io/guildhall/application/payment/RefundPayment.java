package io.guildhall.application.payment;

import io.guildhall.application.ledger.Debts;
import io.guildhall.application.ledger.InTransit;
import io.guildhall.application.ledger.PretendedMoney;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.Invalid;
import java.time.Instant;

/**
 * Sends what an operator brought in, and has not spent, back the way it came. It is set aside here
 * and carried out by the worker that carries out withdrawals.
 */
public final class RefundPayment {

    private final UseCaseContext context;
    private final Payments payments;
    private final Payouts payouts;
    private final InTransit inTransit;
    private final Debts debts;
    private final PretendedMoney pretended;

    public RefundPayment(
            UseCaseContext context, Payments payments, Payouts payouts, Ledger ledger) {
        this.context = context;
        this.payments = payments;
        this.payouts = payouts;
        this.inTransit = new InTransit(ledger, context.ids());
        this.debts = new Debts(ledger, context.ids());
        this.pretended = new PretendedMoney(ledger);
    }

    public record Command(Caller caller, PaymentId payment, Money amount) {}

    public Payout handle(Command command) {
        OperatorId payer = command.caller().asOperator();
        Money amount = command.amount();
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Payment payment =
                            Visible.orNotFound(
                                    payments.find(command.payment()),
                                    found -> found.payer().equals(payer),
                                    "payment");
                    new Invalid.Check()
                            .require(amount.isPositive(), "amount", "must be more than zero")
                            .require(
                                    amount.currency() == payment.amount().currency(),
                                    "currency",
                                    "must be the payment's")
                            .orThrow();
                    debts.mustBeClear(payer, amount.currency(), now);
                    payments.save(payment.giveBack(amount, now).orThrow().state());
                    Payout refund =
                            Payout.refund(
                                    new PayoutId(context.ids().next()),
                                    payment.id(),
                                    payer,
                                    amount,
                                    payment.rail(),
                                    now);
                    pretended.mustStay(payer, amount, payment.rail());
                    inTransit.setAside(refund, now);
                    payouts.add(refund);
                    return refund;
                });
    }
}
