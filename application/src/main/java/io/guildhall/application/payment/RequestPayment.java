package io.guildhall.application.payment;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.Payments;

/** An operator wants to bring money to its balance. */
public final class RequestPayment {

    private final UseCaseContext context;
    private final NewPayments newPayments;

    public RequestPayment(
            UseCaseContext context, Payments payments, Ledger ledger, Checkout checkout) {
        this.context = context;
        this.newPayments = new NewPayments(context, payments, ledger, checkout);
    }

    public record Command(Caller caller, Money amount) {}

    public Payment handle(Command command) {
        OperatorId payer = command.caller().asOperator();
        return context.transactions()
                .run(() -> {
                    newPayments.mustBeTaken(command.amount().currency());
                    return newPayments.request(payer, command.amount(), null);
                });
    }
}
