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

/** The channels of projects, in PostgreSQL. */
@Singleton
public final class PostgresChannels implements Channels {

    private final Sql sql;

    PostgresChannels(Sql sql) {
        this.sql = sql;
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
