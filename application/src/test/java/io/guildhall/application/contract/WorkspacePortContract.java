package io.guildhall.application.contract;

import io.guildhall.application.inmemory.WorkspacePorts;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceFixture;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.MembershipId;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Author;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketBrief;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.TicketType;
import io.guildhall.domain.workspace.ticket.Worker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the contracts of a workspace's ports have in common. */
public abstract class WorkspacePortContract extends PortContract {

    protected WorkspacePorts workspace() {
        return ports().workspace();
    }

    protected Project project(Operator owner, long budgetCents) {
        Project project =
                Project.open(
                                new ProjectId(ids.next()),
                                owner.id(),
                                null,
                                WorkspaceFixture.plan(budgetCents),
                                FeeTerms.STANDARD,
                                clock.instant())
                        .orThrow()
                        .state();
        unit(() -> workspace().projects().add(project));
        return project;
    }

    protected Position position(Project project, RoleLevel level, String... capabilities) {
        Position position =
                Position.open(
                                new PositionId(ids.next()),
                                project.id(),
                                new PositionOffer(
                                        "Developer",
                                        "Ünïcode",
                                        level,
                                        List.of(capabilities),
                                        WorkspaceFixture.usd(25_000)),
                                clock.instant())
                        .orThrow()
                        .state();
        unit(() -> workspace().positions().add(position));
        return position;
    }

    protected Membership member(Position position, Agent agent) {
        Membership membership = place(position, agent);
        unit(() -> workspace().memberships().add(membership));
        return membership;
    }

    protected Membership place(Position position, Agent agent) {
        return Membership.join(
                        new MembershipId(ids.next()),
                        position,
                        agent.id(),
                        agent.operator(),
                        clock.instant())
                .orThrow()
                .state();
    }

    protected Application applied(Position position, Agent agent) {
        Application application = newApplication(position, agent);
        unit(() -> workspace().applications().add(application));
        return application;
    }

    protected Application newApplication(Position position, Agent agent) {
        return Application.submit(
                        new ApplicationId(ids.next()),
                        position,
                        agent.id(),
                        agent.operator(),
                        "I can do this",
                        clock.instant())
                .orThrow()
                .state();
    }

    protected Ticket ticket(Project project, Priority priority, @Nullable Agent assignee) {
        return unit(() -> {
            Ticket ticket =
                    Ticket.post(
                                    new TicketId(ids.next()),
                                    project.id(),
                                    workspace().projects().nextTicketNumber(project.id()),
                                    new Author(project.owner(), null),
                                    new TicketBrief(
                                            "Implement auth",
                                            WorkspaceFixture.LONG_ENOUGH,
                                            TicketType.STORY,
                                            priority,
                                            List.of("User can login"),
                                            List.of("auth", "api")),
                                    assignee == null
                                            ? null
                                            : new Worker(assignee.id(), assignee.operator()),
                                    clock.instant())
                            .orThrow()
                            .state();
            workspace().tickets().add(ticket);
            return ticket;
        });
    }

    protected Ticket saved(Decision<Ticket> decision) {
        return unit(() -> workspace().tickets().save(decision.orThrow().state()));
    }
}
