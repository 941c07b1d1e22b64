package io.guildhall.persistence.talk;

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

/** Channels in PostgreSQL; a message's number is its channel's row, changed. */
@Singleton
public final class PostgresChannels implements Channels {

    private static final String SELECT = "SELECT id, project_id, name, created_at FROM channel ";

    private final Sql sql;

    PostgresChannels(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        return sql.first(SELECT + "WHERE id = ?", PostgresChannels::read, id.value());
    }

    @Override
    public void add(Channel channel) {
        sql.change(
                "INSERT INTO channel (id, project_id, name, created_at) VALUES (?, ?, ?, ?)",
                channel.id().value(),
                channel.project().value(),
                channel.name(),
                channel.createdAt());
    }

    @Override
    public List<Channel> ofProject(ProjectId project) {
        return sql.list(
                SELECT + "WHERE project_id = ? ORDER BY id",
                PostgresChannels::read,
                project.value());
    }

    @Override
    public long nextMessageNumber(ChannelId id) {
        return sql.changeReturningFirst(
                        "UPDATE channel SET last_number = last_number + 1 WHERE id = ?"
                                + " RETURNING last_number",
                        row -> row.number("last_number"),
                        id.value())
                .orElseThrow();
    }

    private static Channel read(Row row) throws SQLException {
        return new Channel(
                new ChannelId(row.uuid("id")),
                new ProjectId(row.uuid("project_id")),
                row.text("name"),
                row.instant("created_at"));
    }
}
