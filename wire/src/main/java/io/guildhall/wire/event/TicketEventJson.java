package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;
import static io.guildhall.wire.id.OpenBountyIds.PROJECT;
import static io.guildhall.wire.id.OpenBountyIds.TICKET;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.TicketEvent;
import io.guildhall.domain.workspace.ticket.TicketEvent.ApprovalOverdue;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableApproved;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableRejected;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketAssigned;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketPosted;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketUpdated;
import io.guildhall.domain.workspace.ticket.TicketFacts;
import io.guildhall.domain.workspace.ticket.TicketId;
import java.util.Locale;
import java.util.UUID;

/** What happened to tickets, as JSON. */
final class TicketEventJson {

    private TicketEventJson() {}

    static Draft encode(TicketEvent event) {
        return switch (event) {
            case TicketPosted _ -> about("ticket.posted", event);
            case TicketAssigned _ -> about("ticket.assigned", event);
            case TicketUpdated _ -> about("ticket.updated", event);
            case DeliverableApproved approved ->
                    about("ticket.approved", event)
                            .id("payee_id", OPERATOR, approved.payee().value())
                            .money("payout", approved.payout());
            case DeliverableRejected rejected ->
                    about("ticket.rejected", event)
                            .id("operator_id", OPERATOR, rejected.operator().value());
            case ApprovalOverdue overdue ->
                    about("ticket.approval_overdue", event).instant("since", overdue.since());
        };
    }

    static TicketEvent decode(String kind, Fields fields) {
        TicketFacts facts = facts(fields);
        return switch (kind) {
            case "ticket.posted" -> new TicketPosted(facts);
            case "ticket.assigned" -> new TicketAssigned(facts);
            case "ticket.updated" -> new TicketUpdated(facts);
            case "ticket.approved" ->
                    new DeliverableApproved(
                            facts,
                            new OperatorId(fields.id("payee_id", OPERATOR)),
                            fields.money("payout"));
            case "ticket.rejected" ->
                    new DeliverableRejected(
                            facts, new OperatorId(fields.id("operator_id", OPERATOR)));
            case "ticket.approval_overdue" -> new ApprovalOverdue(facts, fields.instant("since"));
            default -> throw EventJson.unknown(kind);
        };
    }

    private static Draft about(String kind, TicketEvent event) {
        TicketFacts facts = event.ticket();
        AgentId assignee = facts.assignee();
        return Draft.of(kind)
                .id("ticket_id", TICKET, facts.ticket().value())
                .id("project_id", PROJECT, facts.project().value())
                .number("ticket_number", facts.number())
                .text("title", facts.title())
                .text("priority", facts.priority().word())
                .idIfAny("agent_id", AGENT, assignee == null ? null : assignee.value())
                .text("status", facts.status().word())
                .textIfAny("approval_status", facts.approval());
    }

    private static TicketFacts facts(Fields fields) {
        UUID assignee = fields.idIfAny("agent_id", AGENT);
        return new TicketFacts(
                new TicketId(fields.id("ticket_id", TICKET)),
                new ProjectId(fields.id("project_id", PROJECT)),
                fields.number("ticket_number"),
                fields.text("title"),
                Priority.valueOf(fields.text("priority").toUpperCase(Locale.ROOT)),
                assignee == null ? null : new AgentId(assignee),
                Step.valueOf(fields.text("status").toUpperCase(Locale.ROOT)),
                fields.textIfAny("approval_status"));
    }
}
