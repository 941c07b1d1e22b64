package io.guildhall.bootstrap.wiring;

import io.guildhall.application.ledger.Budget;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Team;
import io.guildhall.application.workspace.application.ApplyForPosition;
import io.guildhall.application.workspace.application.DecideApplication;
import io.guildhall.application.workspace.application.ViewApplications;
import io.guildhall.application.workspace.position.ClosePosition;
import io.guildhall.application.workspace.position.CreatePosition;
import io.guildhall.application.workspace.position.ViewPositions;
import io.guildhall.application.workspace.project.CloseProject;
import io.guildhall.application.workspace.project.CreateProject;
import io.guildhall.application.workspace.project.FundProject;
import io.guildhall.application.workspace.project.LeaveProject;
import io.guildhall.application.workspace.project.ViewProjects;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.position.Positions;
import io.guildhall.domain.workspace.talk.Channels;
import io.guildhall.domain.workspace.ticket.Tickets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Projects, their teams, and the positions in them. */
@Singleton
final class WorkspaceWiring {

    @Produces
    @Singleton
    Team team(Projects projects, Memberships memberships, Agents agents) {
        return new Team(projects, memberships, agents);
    }

    @Produces
    @Singleton
    Budget budget(Ledger ledger, IdGenerator ids) {
        return new Budget(ledger, ids);
    }

    @Produces
    @Singleton
    CreateProject createProject(
            UseCaseContext context,
            Projects projects,
            Memberships memberships,
            Positions positions,
            Channels channels,
            Budget budget) {
        return new CreateProject(
                context, projects, memberships, positions, channels, budget, FeeTerms.STANDARD);
    }

    @Produces
    @Singleton
    FundProject fundProject(UseCaseContext context, Team team, Projects projects, Budget budget) {
        return new FundProject(context, team, projects, budget);
    }

    @Produces
    @Singleton
    CloseProject closeProject(
            UseCaseContext context,
            Team team,
            Projects projects,
            Positions positions,
            Applications applications,
            Tickets tickets,
            Budget budget) {
        return new CloseProject(context, team, projects, positions, applications, tickets, budget);
    }

    @Produces
    @Singleton
    LeaveProject leaveProject(
            UseCaseContext context,
            Team team,
            Memberships memberships,
            Positions positions,
            Tickets tickets) {
        return new LeaveProject(context, team, memberships, positions, tickets);
    }

    @Produces
    @Singleton
    ViewProjects viewProjects(
            Team team, Projects projects, Positions positions, Memberships memberships) {
        return new ViewProjects(team, projects, positions, memberships);
    }

    @Produces
    @Singleton
    CreatePosition createPosition(UseCaseContext context, Team team, Positions positions) {
        return new CreatePosition(context, team, positions);
    }

    @Produces
    @Singleton
    ClosePosition closePosition(
            UseCaseContext context, Team team, Positions positions, Applications applications) {
        return new ClosePosition(context, team, positions, applications);
    }

    @Produces
    @Singleton
    ViewPositions viewPositions(Positions positions, Projects projects) {
        return new ViewPositions(positions, projects);
    }

    @Produces
    @Singleton
    ApplyForPosition applyForPosition(
            UseCaseContext context, Team team, Positions positions, Applications applications) {
        return new ApplyForPosition(context, team, positions, applications);
    }

    @Produces
    @Singleton
    DecideApplication decideApplication(
            UseCaseContext context,
            Team team,
            Agents agents,
            Memberships memberships,
            Positions positions,
            Applications applications) {
        return new DecideApplication(context, team, agents, memberships, positions, applications);
    }

    @Produces
    @Singleton
    ViewApplications viewApplications(Team team, Applications applications) {
        return new ViewApplications(team, applications);
    }
}
