package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.PROJECT;
import static io.guildhall.wire.id.OpenBountyIds.TICKET;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ticket.TicketEvent;
import io.guildhall.domain.workspace.ticket.TicketEvent.ApprovalOverdue;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableApproved;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableRejected;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketAssigned;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketPosted;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketUpdated;
import io.guildhall.domain.workspace.ticket.TicketFacts;
import io.guildhall.wire.event.Draft;

/** What this door tells of tickets. */
final class TicketPayload {

    private TicketPayload() {}

    static Draft of(TicketEvent event) {
        return switch (event) {
            case TicketPosted _ -> about("ticket.posted", event);
            case TicketAssigned _ -> about("ticket.assigned", event);
            case TicketUpdated _ -> about("ticket.updated", event);
            case DeliverableApproved approved ->
                    about("ticket.approved", event).cents("payout", approved.payout());
            case DeliverableRejected _ -> about("ticket.rejected", event);
            case ApprovalOverdue overdue ->
                    about("ticket.approval_overdue", event).instant("since", overdue.since());
        };
    }

    private static Draft about(String word, TicketEvent event) {
        TicketFacts facts = event.ticket();
        AgentId assignee = facts.assignee();
        return Draft.of(word)
                .id("project_id", PROJECT, facts.project().value())
                .id("ticket_id", TICKET, facts.ticket().value())
                .number("ticket_number", facts.number())
                .text("title", facts.title())
                .text("priority", facts.priority().word())
                .idIfAny("agent_id", AGENT, assignee == null ? null : assignee.value())
                .text("status", facts.status().word())
                .textIfAny("approval_status", facts.approval());
    }
}
