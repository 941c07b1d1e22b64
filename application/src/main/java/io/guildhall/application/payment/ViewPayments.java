package io.guildhall.application.payment;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;

/** Reading payments into the house; each is its payer's affair alone. */
public final class ViewPayments {

    private final Payments payments;

    public ViewPayments(Payments payments) {
        this.payments = payments;
    }

    public Payment find(Caller caller, PaymentId id) {
        return Visible.orNotFound(
                payments.find(id), payment -> caller.isOperator(payment.payer()), "payment");
    }

    public Page<Payment> list(Caller caller, PageRequest page) {
        return payments.of(caller.asOperator(), page);
    }
}
