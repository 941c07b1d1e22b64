package io.guildhall.application.inmemory;

import io.guildhall.domain.workspace.comment.Comment;
import io.guildhall.domain.workspace.comment.CommentId;
import io.guildhall.domain.workspace.comment.Comments;
import io.guildhall.domain.workspace.ticket.TicketId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Comments in memory. */
public final class InMemoryComments implements Comments {

    private static final Comparator<Comment> AS_MADE =
            Comparator.<Comment, UUID>comparing(comment -> comment.id().value(), Rows.BY_BYTES);

    private final Rows<CommentId, Comment> rows;

    public InMemoryComments(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public void add(Comment comment) {
        rows.add(comment.id(), comment);
    }

    @Override
    public List<Comment> latestOf(TicketId ticket, int limit) {
        List<Comment> all =
                rows.where(comment -> comment.ticket().equals(ticket)).stream()
                        .sorted(AS_MADE)
                        .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }
}
