package io.guildhall.domain.workspace.comment;

import io.guildhall.domain.workspace.ticket.TicketId;
import java.util.List;

/** What was said to tickets; append only. */
public interface Comments {

    void add(Comment comment);

    /** The latest of them, in the order of their writing. */
    List<Comment> latestOf(TicketId ticket, int limit);
}
