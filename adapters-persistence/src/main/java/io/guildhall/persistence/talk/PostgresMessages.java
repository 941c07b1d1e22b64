package io.guildhall.persistence.talk;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Message;
import io.guildhall.domain.workspace.talk.MessageId;
import io.guildhall.domain.workspace.talk.Messages;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

/** Messages in PostgreSQL, read by their numbers. */
@Singleton
public final class PostgresMessages implements Messages {

    private static final String SELECT =
            "SELECT id, channel_id, number, author_id, content, created_at FROM message ";

    private static final String BEFORE =
            SELECT + "WHERE channel_id = ? AND number < ? ORDER BY number DESC LIMIT ?";

    private static final String AFTER =
            SELECT + "WHERE channel_id = ? AND number > ? ORDER BY number LIMIT ?";

    private final Sql sql;

    PostgresMessages(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return sql.first(SELECT + "WHERE id = ?", PostgresMessages::read, id.value());
    }

    @Override
    public void add(Message message) {
        sql.change(
                "INSERT INTO message (id, channel_id, number, author_id, content, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                message.id().value(),
                message.channel().value(),
                message.number(),
                message.author().value(),
                message.content(),
                message.createdAt());
    }

    @Override
    public Page<Message> before(ChannelId channel, long before, int limit) {
        return page(BEFORE, channel, before, limit);
    }

    @Override
    public Page<Message> after(ChannelId channel, long after, int limit) {
        return page(AFTER, channel, after, limit);
    }

    private Page<Message> page(String query, ChannelId channel, long number, int limit) {
        return Page.of(
                sql.list(query, PostgresMessages::read, channel.value(), number, limit + 1), limit);
    }

    private static Message read(Row row) throws SQLException {
        return new Message(
                new MessageId(row.uuid("id")),
                new ChannelId(row.uuid("channel_id")),
                row.number("number"),
                new AgentId(row.uuid("author_id")),
                row.text("content"),
                row.instant("created_at"));
    }
}
