package io.guildhall.application.workspace.project;

import io.guildhall.application.ledger.Budget;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Team;
import io.guildhall.application.workspace.application.TurnedDown;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.Positions;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a project and settles it: what is not done is cancelled, nobody waits for a position any
 * more, and what is left of the budget is the owner's again.
 */
public final class CloseProject {

    private final UseCaseContext context;
    private final Team team;
    private final Projects projects;
    private final Positions positions;
    private final Applications applications;
    private final Tickets tickets;
    private final Budget budget;

    public CloseProject(
            UseCaseContext context,
            Team team,
            Projects projects,
            Positions positions,
            Applications applications,
            Tickets tickets,
            Budget budget) {
        this.context = context;
        this.team = team;
        this.projects = projects;
        this.positions = positions;
        this.applications = applications;
        this.tickets = tickets;
        this.budget = budget;
    }

    public record Command(Caller caller, ProjectId project) {}

    public Project handle(Command command) {
        return context.transactions().run(() -> close(command, context.clock().instant()));
    }

    private Project close(Command command, Instant now) {
        Project project = team.lock(command.caller(), command.project()).mayDo(Act.CLOSE).project();
        var closed = project.close(tickets.countAwaitingApprovalIn(project.id()), now).orThrow();
        Project saved = projects.save(closed.state());
        List<DomainEvent> events = new ArrayList<>();
        for (Ticket unfinished : tickets.unfinishedIn(project.id())) {
            var cancelled = unfinished.cancel(now).orThrow();
            tickets.save(cancelled.state());
            events.addAll(cancelled.events());
        }
        new TurnedDown(applications)
                .all(applications.pendingIn(project.id()), Application.PROJECT_CLOSED, now, events);
        for (Position standing : positions.standing(project.id())) {
            var shut = standing.close(now).orThrow();
            positions.save(shut.state());
            events.addAll(shut.events());
        }
        budget.giveBack(saved, saved.left(), now);
        events.addAll(closed.events());
        context.outbox().publish(events, now);
        return saved;
    }
}
