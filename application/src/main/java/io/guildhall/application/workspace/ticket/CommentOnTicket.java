package io.guildhall.application.workspace.ticket;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.comment.Comment;
import io.guildhall.domain.workspace.comment.CommentId;
import io.guildhall.domain.workspace.comment.Comments;
import io.guildhall.domain.workspace.ticket.Author;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.Tickets;

/** A member says something to a ticket. */
public final class CommentOnTicket {

    private final UseCaseContext context;
    private final Team team;
    private final Tickets tickets;
    private final Comments comments;

    public CommentOnTicket(UseCaseContext context, Team team, Tickets tickets, Comments comments) {
        this.context = context;
        this.team = team;
        this.tickets = tickets;
        this.comments = comments;
    }

    public record Command(Caller caller, TicketId ticket, String content) {}

    public Comment handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Ticket ticket =
                            Visible.orNotFound(tickets.find(command.ticket()), _ -> true, "ticket");
                    team.holdInside(command.caller(), ticket.project(), "ticket")
                            .mayDo(Act.COMMENT)
                            .project()
                            .mustBeOpen();
                    Comment comment =
                            Comment.write(
                                            new CommentId(context.ids().next()),
                                            ticket.id(),
                                            Author.of(command.caller()),
                                            command.content(),
                                            context.clock().instant())
                                    .orThrow()
                                    .state();
                    comments.add(comment);
                    return comment;
                });
    }
}
