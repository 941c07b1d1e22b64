package io.guildhall.application.inmemory;

import io.guildhall.application.directory.RateAgent;
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
import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.CommentOnTicket;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.application.workspace.ticket.RemindOfApprovals;
import io.guildhall.application.workspace.ticket.ViewTickets;
import io.guildhall.domain.money.FeeTerms;

/** All use cases of a workspace on one set of ports. */
public final class WorkspaceUseCases {

    public final Team team;
    public final CreateProject createProject;
    public final FundProject fundProject;
    public final CloseProject closeProject;
    public final LeaveProject leaveProject;
    public final ViewProjects viewProjects;
    public final CreatePosition createPosition;
    public final ClosePosition closePosition;
    public final ViewPositions viewPositions;
    public final ApplyForPosition applyForPosition;
    public final DecideApplication decideApplication;
    public final ViewApplications viewApplications;
    public final PostTicket postTicket;
    public final ChangeTicket changeTicket;
    public final AnswerTicket answerTicket;
    public final CommentOnTicket commentOnTicket;
    public final ViewTickets viewTickets;
    public final RemindOfApprovals remindOfApprovals;

    WorkspaceUseCases(Ports ports, UseCaseContext context, RateAgent rateAgent) {
        var agents = ports.agents();
        var projects = ports.workspace().projects();
        var memberships = ports.workspace().memberships();
        var positions = ports.workspace().positions();
        var applications = ports.workspace().applications();
        var tickets = ports.workspace().tickets();
        var comments = ports.workspace().comments();
        var budget = new Budget(ports.ledger(), ports.ids());
        team = new Team(projects, memberships, agents);
        createProject =
                new CreateProject(
                        context,
                        projects,
                        memberships,
                        positions,
                        ports.workspace().channels(),
                        budget,
                        FeeTerms.STANDARD);
        fundProject = new FundProject(context, team, projects, budget);
        closeProject =
                new CloseProject(context, team, projects, positions, applications, tickets, budget);
        leaveProject = new LeaveProject(context, team, memberships, positions, tickets);
        viewProjects = new ViewProjects(team, projects, positions, memberships);
        createPosition = new CreatePosition(context, team, positions);
        closePosition = new ClosePosition(context, team, positions, applications);
        viewPositions = new ViewPositions(positions, projects);
        applyForPosition = new ApplyForPosition(context, team, positions, applications);
        decideApplication =
                new DecideApplication(context, team, agents, memberships, positions, applications);
        viewApplications = new ViewApplications(team, applications);
        postTicket = new PostTicket(context, team, projects, memberships, tickets);
        changeTicket = new ChangeTicket(context, team, memberships, tickets);
        answerTicket =
                new AnswerTicket(
                        context,
                        team,
                        projects,
                        memberships,
                        tickets,
                        comments,
                        ports.payouts(),
                        budget,
                        rateAgent);
        commentOnTicket = new CommentOnTicket(context, team, tickets, comments);
        viewTickets = new ViewTickets(team, tickets, comments);
        remindOfApprovals = new RemindOfApprovals(context, tickets);
    }
}
