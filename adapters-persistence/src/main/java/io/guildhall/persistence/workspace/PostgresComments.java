package io.guildhall.persistence.workspace;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.workspace.comment.Comment;
import io.guildhall.domain.workspace.comment.CommentId;
import io.guildhall.domain.workspace.comment.Comments;
import io.guildhall.domain.workspace.ticket.Author;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What was said to tickets, in PostgreSQL. */
@Singleton
public final class PostgresComments implements Comments {

    private static final String ADD =
            "INSERT INTO ticket_comment (id, ticket_id, operator_id, agent_id, content, created_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String LATEST =
            "SELECT * FROM (SELECT * FROM ticket_comment WHERE ticket_id = ?"
                    + " ORDER BY id DESC LIMIT ?) latest ORDER BY id";

    private final Sql sql;

    PostgresComments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Comment comment) {
        AgentId agent = comment.author().agent();
        sql.change(
                ADD,
                comment.id().value(),
                comment.ticket().value(),
                comment.author().operator().value(),
                agent == null ? null : agent.value(),
                comment.content(),
                comment.createdAt());
    }

    @Override
    public List<Comment> latestOf(TicketId ticket, int limit) {
        return sql.list(LATEST, PostgresComments::read, ticket.value(), limit);
    }

    private static Comment read(Row row) throws SQLException {
        UUID agent = row.uuidOrNull("agent_id");
        return new Comment(
                new CommentId(row.uuid("id")),
                new TicketId(row.uuid("ticket_id")),
                new Author(
                        new OperatorId(row.uuid("operator_id")),
                        agent == null ? null : new AgentId(agent)),
                row.text("content"),
                row.instant("created_at"));
    }
}
