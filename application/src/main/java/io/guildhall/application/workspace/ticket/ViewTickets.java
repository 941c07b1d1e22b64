package io.guildhall.application.workspace.ticket;

import io.guildhall.application.shared.Visible;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.comment.Comment;
import io.guildhall.domain.workspace.comment.Comments;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketFilter;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.Tickets;
import java.util.List;

/** Reading tickets, which are for the team only. */
public final class ViewTickets {

    /** So many comments a ticket is shown with, the latest. */
    private static final int COMMENTS_SHOWN = 100;

    private final Team team;
    private final Tickets tickets;
    private final Comments comments;

    public ViewTickets(Team team, Tickets tickets, Comments comments) {
        this.team = team;
        this.tickets = tickets;
        this.comments = comments;
    }

    public record Detail(Ticket ticket, List<Comment> comments) {}

    /** Without a project it is about the caller's own, in all projects. */
    public Page<Ticket> list(Caller caller, TicketFilter filter, Slice slice) {
        ProjectId project = filter.project();
        if (project == null) {
            return tickets.list(
                    new TicketFilter(
                            null,
                            caller.asAgent(),
                            filter.status(),
                            filter.priority(),
                            filter.type()),
                    slice);
        }
        team.seat(caller, project).mayDo(Act.SEE_INSIDE);
        return tickets.list(filter, slice);
    }

    public Detail find(Caller caller, TicketId id) {
        Ticket ticket = Visible.orNotFound(tickets.find(id), _ -> true, "ticket");
        team.inside(caller, ticket.project(), "ticket");
        return new Detail(ticket, comments.latestOf(id, COMMENTS_SHOWN));
    }
}
