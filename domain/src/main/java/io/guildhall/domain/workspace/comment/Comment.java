package io.guildhall.domain.workspace.comment;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ticket.Author;
import io.guildhall.domain.workspace.ticket.TicketId;
import java.time.Instant;

/** What somebody has said to a ticket; never changed. */
public record Comment(
        CommentId id, TicketId ticket, Author author, String content, Instant createdAt) {

    public static final int CONTENT_MAX = 10_000;

    public static Decision<Comment> write(
            CommentId id, TicketId ticket, Author author, String content, Instant now) {
        var problems = new Invalid.Check().text(content, "content", 1, CONTENT_MAX).problems();
        return problems.isEmpty()
                ? accept(new Comment(id, ticket, author, content, now))
                : refuse(new Invalid(problems));
    }
}
