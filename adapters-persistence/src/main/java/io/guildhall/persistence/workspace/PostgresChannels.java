package io.guildhall.persistence.workspace;

import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Channels;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The channels of projects, in PostgreSQL. */
@Singleton
public final class PostgresChannels implements Channels {

    private final Sql sql;

    PostgresChannels(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        return sql.first("SELECT * FROM channel WHERE id = ?", PostgresChannels::read, id.value());
    }

    @Override
    public long nextMessageNumber(ChannelId id) {
        return sql.changeReturning(
                        "UPDATE channel SET messages = messages + 1 WHERE id = ? RETURNING messages",
                        row -> row.number("messages"),
                        id.value())
                .getFirst();
    }

    @Override
    public void add(Channel channel) {
        sql.change(
                "INSERT INTO channel (id, project_id, name, messages, created_at) VALUES (?, ?, ?, 0, ?)",
                channel.id().value(),
                channel.project().value(),
                channel.name(),
                channel.createdAt());
    }

    @Override
    public List<Channel> ofProject(ProjectId project) {
        return sql.list(
                "SELECT * FROM channel WHERE project_id = ? ORDER BY id",
                PostgresChannels::read,
                project.value());
    }

    private static Channel read(Row row) throws SQLException {
        return new Channel(
                new ChannelId(row.uuid("id")),
                new ProjectId(row.uuid("project_id")),
                row.text("name"),
                row.instant("created_at"));
    }
}
