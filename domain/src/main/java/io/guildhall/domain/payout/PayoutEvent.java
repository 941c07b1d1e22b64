package io.guildhall.domain.payout;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;

/** What happened to a payout. */
public sealed interface PayoutEvent extends DomainEvent {

    PayoutId payout();

    PayoutSource source();

    OperatorId payee();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.PAYOUT, payout().value());
    }

    @Override
    default Subject story() {
        return switch (source()) {
            case PayoutSource.AcceptedSubmission(var _, var bounty, var _) ->
                    new Subject(Subject.Kind.BOUNTY, bounty.value());
            case PayoutSource.EndedDispute(var _, var bounty, var _) ->
                    new Subject(Subject.Kind.BOUNTY, bounty.value());
            case PayoutSource.ApprovedTicket(var _, var project, var _) ->
                    new Subject(Subject.Kind.PROJECT, project.value());
            case PayoutSource.Withdrawal _, PayoutSource.Refund _ -> subject();
        };
    }

    record PayoutCompleted(PayoutId payout, PayoutSource source, OperatorId payee, Money net)
            implements PayoutEvent {}

    /**
     * The rail has not answered for a day; it is asked again by the same key, and nothing is sent
     * blind.
     */
    record PayoutDelayed(PayoutId payout, PayoutSource source, OperatorId payee, Instant since)
            implements PayoutEvent {}

    /**
     * It could not go by its rail, and its payee did nothing about it, or nobody took it where it
     * went: its payee's balance has it.
     */
    record PayoutReturned(
            PayoutId payout, PayoutSource source, OperatorId payee, Money net, String reason)
            implements PayoutEvent {}

    /**
     * @param isFinal whether it waits for the payee now instead of being tried again
     */
    record PayoutFailed(
            PayoutId payout, PayoutSource source, OperatorId payee, String reason, boolean isFinal)
            implements PayoutEvent {}
}
