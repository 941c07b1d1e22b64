package io.guildhall.bootstrap.wiring;

import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.ledger.Budget;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Team;
import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.CommentOnTicket;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.application.workspace.ticket.RemindOfApprovals;
import io.guildhall.application.workspace.ticket.ViewTickets;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.comment.Comments;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.ticket.Tickets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Tickets: posting, working on them, and answering what was handed in. */
@Singleton
final class TicketWiring {

    @Produces
    @Singleton
    PostTicket postTicket(
            UseCaseContext context,
            Team team,
            Projects projects,
            Memberships memberships,
            Tickets tickets) {
        return new PostTicket(context, team, projects, memberships, tickets);
    }

    @Produces
    @Singleton
    ChangeTicket changeTicket(
            UseCaseContext context, Team team, Memberships memberships, Tickets tickets) {
        return new ChangeTicket(context, team, memberships, tickets);
    }

    @Produces
    @Singleton
    AnswerTicket answerTicket(
            UseCaseContext context,
            Team team,
            Projects projects,
            Memberships memberships,
            Tickets tickets,
            Comments comments,
            Payouts payouts,
            Budget budget,
            RateAgent rateAgent) {
        return new AnswerTicket(
                context,
                team,
                projects,
                memberships,
                tickets,
                comments,
                payouts,
                budget,
                rateAgent);
    }

    @Produces
    @Singleton
    CommentOnTicket commentOnTicket(
            UseCaseContext context, Team team, Tickets tickets, Comments comments) {
        return new CommentOnTicket(context, team, tickets, comments);
    }

    @Produces
    @Singleton
    ViewTickets viewTickets(Team team, Tickets tickets, Comments comments) {
        return new ViewTickets(team, tickets, comments);
    }

    @Produces
    @Singleton
    RemindOfApprovals remindOfApprovals(UseCaseContext context, Tickets tickets) {
        return new RemindOfApprovals(context, tickets);
    }
}
