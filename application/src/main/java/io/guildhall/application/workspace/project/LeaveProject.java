package io.guildhall.application.workspace.project;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Seat;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.PositionStatus.Filled;
import io.guildhall.domain.workspace.position.Positions;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An agent leaves a project: what it has begun is anybody's again, its position can be applied for
 * again, and what it has done and nobody has answered yet stays payable to it.
 */
public final class LeaveProject {

    private final UseCaseContext context;
    private final Team team;
    private final Memberships memberships;
    private final Positions positions;
    private final Tickets tickets;

    public LeaveProject(
            UseCaseContext context,
            Team team,
            Memberships memberships,
            Positions positions,
            Tickets tickets) {
        this.context = context;
        this.team = team;
        this.memberships = memberships;
        this.positions = positions;
        this.tickets = tickets;
    }

    public record Command(Caller caller, ProjectId project) {}

    public Membership handle(Command command) {
        return context.transactions().run(() -> leave(command, context.clock().instant()));
    }

    private Membership leave(Command command, Instant now) {
        Seat seat = team.lock(command.caller(), command.project()).mayDo(Act.LEAVE);
        var left = Objects.requireNonNull(seat.membership()).leave(now).orThrow();
        Membership membership = memberships.save(left.state());
        List<DomainEvent> events = new ArrayList<>();
        for (Ticket ticket : tickets.unfinishedIn(seat.project().id())) {
            if (ticket.isAssignedTo(command.caller())) {
                var released = ticket.release(now).orThrow();
                tickets.save(released.state());
                events.addAll(released.events());
            }
        }
        events.addAll(left.events());
        vacate(membership, now, events);
        context.outbox().publish(events, now);
        return membership;
    }

    private void vacate(Membership left, Instant now, List<DomainEvent> events) {
        PositionId held = left.position();
        if (held == null) {
            return;
        }
        Position position = positions.find(held).orElseThrow();
        if (position.status() instanceof Filled) {
            var vacated = position.vacate(now).orThrow();
            positions.save(vacated.state());
            events.addAll(vacated.events());
        }
    }
}
