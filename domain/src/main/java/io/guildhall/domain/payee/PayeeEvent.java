package io.guildhall.domain.payee;

import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;

/** What happened to where an operator's withdrawals go. */
public sealed interface PayeeEvent extends DomainEvent {

    OperatorId operator();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.OPERATOR, operator().value());
    }

    /** Told so that an operator hears of it who did not do it. */
    record PayoutDestinationChanged(OperatorId operator, Instant usableFrom)
            implements PayeeEvent {}
}
