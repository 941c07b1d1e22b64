package io.guildhall.domain.payment;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import org.jspecify.annotations.Nullable;

/** What happened to a payment into the house; its payer's affair alone. */
public sealed interface PaymentEvent extends DomainEvent {

    PaymentId payment();

    OperatorId payer();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.PAYMENT, payment().value());
    }

    @Override
    default Subject story() {
        return subject();
    }

    /**
     * @param bounty that it was to fund; null when it was for the balance
     */
    record PaymentReceived(
            PaymentId payment, OperatorId payer, Money amount, @Nullable BountyId bounty)
            implements PaymentEvent {}

    /** It never came. */
    record PaymentEnded(PaymentId payment, OperatorId payer, String reason)
            implements PaymentEvent {}

    /** The payer's bank took money of it back. */
    record PaymentChargedBack(PaymentId payment, OperatorId payer, Money taken)
            implements PaymentEvent {}

    /** The bank gave back what it had taken. */
    record ChargebackReversed(PaymentId payment, OperatorId payer, Money returned)
            implements PaymentEvent {}
}
