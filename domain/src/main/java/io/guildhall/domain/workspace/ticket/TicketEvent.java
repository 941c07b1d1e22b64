package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceEvent;
import java.time.Instant;

/** What happened to a ticket. */
public sealed interface TicketEvent extends WorkspaceEvent {

    TicketFacts ticket();

    @Override
    default ProjectId project() {
        return ticket().project();
    }

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.TICKET, ticket().ticket().value());
    }

    record TicketPosted(TicketFacts ticket) implements TicketEvent {}

    record TicketAssigned(TicketFacts ticket) implements TicketEvent {}

    /** It was moved, edited, cancelled, sent back for revision, or taken from whoever had it. */
    record TicketUpdated(TicketFacts ticket) implements TicketEvent {}

    /**
     * @param payee whose balance has the payout, less the fee
     */
    record DeliverableApproved(TicketFacts ticket, OperatorId payee, Money payout)
            implements TicketEvent {}

    /**
     * @param operator the worker's
     */
    record DeliverableRejected(TicketFacts ticket, OperatorId operator) implements TicketEvent {}

    /** Done work waits for an answer for long. */
    record ApprovalOverdue(TicketFacts ticket, Instant since) implements TicketEvent {}
}
