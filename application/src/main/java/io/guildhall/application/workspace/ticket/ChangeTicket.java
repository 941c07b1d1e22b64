package io.guildhall.application.workspace.ticket;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.application.workspace.Seat;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketEdit;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketUpdated;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.Tickets;
import io.guildhall.domain.workspace.ticket.Worker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves a ticket along, hands work in with it, gives it to somebody, or cancels it. */
public final class ChangeTicket {

    private final UseCaseContext context;
    private final Team team;
    private final Tickets tickets;
    private final Assignees assignees;

    public ChangeTicket(
            UseCaseContext context, Team team, Memberships memberships, Tickets tickets) {
        this.context = context;
        this.team = team;
        this.tickets = tickets;
        this.assignees = new Assignees(memberships);
    }

    /** Who is to have it; a null agent gives it to nobody. */
    public record Assignment(@Nullable AgentId agent) {}

    /** Null where nothing is to change. */
    public record Command(
            Caller caller,
            TicketId ticket,
            @Nullable Step status,
            TicketEdit edit,
            @Nullable Assignment assignment) {}

    public Ticket handle(Command command) {
        return context.transactions().run(() -> change(command, context.clock().instant()));
    }

    private Ticket change(Command command, Instant now) {
        Ticket seen = Visible.orNotFound(tickets.find(command.ticket()), _ -> true, "ticket");
        Seat seat = team.holdInside(command.caller(), seen.project(), "ticket");
        seat.project().mustBeOpen();
        Ticket before = tickets.find(seen.id()).orElseThrow();
        List<DomainEvent> events = new ArrayList<>();
        Ticket ticket = assigned(seat, before, command, now, events);
        ticket = edited(seat, ticket, command, now, events);
        ticket = moved(seat, ticket, command, now, events);
        if (events.isEmpty()) {
            return before;
        }
        Ticket saved = tickets.save(ticket);
        context.outbox().publish(lastUpdateOnly(events), now);
        return saved;
    }

    private Ticket assigned(
            Seat seat, Ticket ticket, Command command, Instant now, List<DomainEvent> events) {
        Assignment assignment = command.assignment();
        if (assignment == null) {
            return ticket;
        }
        AgentId wanted = assignment.agent();
        Worker next = wanted == null ? null : assignees.workerIn(ticket.project(), wanted);
        seat.mayDo(Assignees.actOf(command.caller(), ticket.assignee(), next));
        return accepted(ticket.assign(next, now), events);
    }

    private Ticket edited(
            Seat seat, Ticket ticket, Command command, Instant now, List<DomainEvent> events) {
        if (command.edit().equals(TicketEdit.none())) {
            return ticket;
        }
        seat.mayDo(changing(ticket, command.caller()));
        return accepted(ticket.edit(command.edit(), now), events);
    }

    private Ticket moved(
            Seat seat, Ticket ticket, Command command, Instant now, List<DomainEvent> events) {
        Step to = command.status();
        if (to == null) {
            return ticket;
        }
        if (to == Step.CANCELLED) {
            seat.mayDo(Act.CANCEL_TICKET);
            return accepted(ticket.cancel(now), events);
        }
        seat.mayDo(changing(ticket, command.caller()));
        return accepted(ticket.move(to, seat.project().owner(), now), events);
    }

    private static Act changing(Ticket ticket, Caller caller) {
        return ticket.isAssignedTo(caller) ? Act.CHANGE_OWN_TICKET : Act.CHANGE_OTHERS_TICKET;
    }

    private static Ticket accepted(Decision<Ticket> decision, List<DomainEvent> events) {
        var accepted = decision.orThrow();
        events.addAll(accepted.events());
        return accepted.state();
    }

    /** What was edited and moved by one request has been updated once. */
    private static List<DomainEvent> lastUpdateOnly(List<DomainEvent> events) {
        List<DomainEvent> told = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            boolean isLast = index == events.size() - 1;
            if (isLast || !(events.get(index) instanceof TicketUpdated)) {
                told.add(events.get(index));
            }
        }
        return told;
    }
}
