package io.guildhall.application.workspace.ticket;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Seat;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectError.TooMany;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.ticket.Author;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketBrief;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.Tickets;
import io.guildhall.domain.workspace.ticket.Worker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member writes down what is to be done, for nobody yet or for somebody of the team. */
public final class PostTicket {

    private final UseCaseContext context;
    private final Team team;
    private final Projects projects;
    private final Tickets tickets;
    private final Assignees assignees;

    public PostTicket(
            UseCaseContext context,
            Team team,
            Projects projects,
            Memberships memberships,
            Tickets tickets) {
        this.context = context;
        this.team = team;
        this.projects = projects;
        this.tickets = tickets;
        this.assignees = new Assignees(memberships);
    }

    public record Command(
            Caller caller, ProjectId project, TicketBrief brief, @Nullable AgentId assignee) {}

    public Ticket handle(Command command) {
        return context.transactions().run(() -> post(command, context.clock().instant()));
    }

    private Ticket post(Command command, Instant now) {
        Seat seat = team.lock(command.caller(), command.project()).mayDo(Act.POST_TICKET);
        ProjectId project = seat.project().id();
        seat.project().mustBeOpen();
        if (tickets.countUnfinishedIn(project) >= Ticket.UNFINISHED_MAX) {
            throw new RefusedException(
                    new TooMany(project, "unfinished tickets", Ticket.UNFINISHED_MAX));
        }
        AgentId wanted = command.assignee();
        Worker assignee = wanted == null ? null : assignees.workerIn(project, wanted);
        if (assignee != null) {
            seat.mayDo(Assignees.actOf(command.caller(), null, assignee));
        }
        var posted =
                Ticket.post(
                                new TicketId(context.ids().next()),
                                project,
                                projects.nextTicketNumber(project),
                                Author.of(command.caller()),
                                command.brief(),
                                assignee,
                                now)
                        .orThrow();
        tickets.add(posted.state());
        context.outbox().publish(posted.events(), now);
        return posted.state();
    }
}
