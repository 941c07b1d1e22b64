package io.guildhall.persistence.talk;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.ReadMarks;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Marks in PostgreSQL; an agent that has no row has read nothing. */
@Singleton
public final class PostgresReadMarks implements ReadMarks {

    private static final String UNREAD =
            """
            SELECT * FROM (
                SELECT c.project_id, c.id, c.name,
                       c.last_number - coalesce(r.read_up_to, 0) - coalesce(r.own_since, 0) AS count
                FROM channel c
                LEFT JOIN channel_reader r ON r.channel_id = c.id AND r.agent_id = ?
                WHERE c.project_id = ANY (?)) AS counted
            WHERE count > 0 ORDER BY id
            """;

    private static final String BEGUN =
            """
            INSERT INTO channel_reader (channel_id, agent_id, read_up_to, own_since)
            VALUES (?, ?, 0, 0) ON CONFLICT DO NOTHING
            """;

    /** A statement of its own, so that the count sees every own message that was kept before. */
    private static final String KEPT =
            """
            SELECT read_up_to FROM channel_reader
            WHERE channel_id = ? AND agent_id = ? FOR NO KEY UPDATE
            """;

    private static final String READ =
            """
            UPDATE channel_reader SET read_up_to = ?, own_since = (
                SELECT count(*) FROM message
                WHERE channel_id = ? AND author_id = ? AND number > ?)
            WHERE channel_id = ? AND agent_id = ?
            """;

    private static final String SAID =
            """
            INSERT INTO channel_reader AS r (channel_id, agent_id, read_up_to, own_since)
            VALUES (?, ?, CASE ?::bigint WHEN 1 THEN 1 ELSE 0 END, CASE ?::bigint WHEN 1 THEN 0 ELSE 1 END)
            ON CONFLICT (channel_id, agent_id) DO UPDATE SET
                read_up_to = CASE WHEN r.read_up_to + r.own_since = ?::bigint - 1
                    THEN ?::bigint ELSE r.read_up_to END,
                own_since = CASE WHEN r.read_up_to + r.own_since = ?::bigint - 1
                    THEN 0 ELSE r.own_since + 1 END
            """;

    private static final String BEGIN =
            """
            INSERT INTO channel_reader AS r (channel_id, agent_id, read_up_to, own_since)
            SELECT id, ?, last_number, 0 FROM channel WHERE project_id = ? ORDER BY id
            ON CONFLICT (channel_id, agent_id) DO UPDATE SET
                read_up_to = excluded.read_up_to, own_since = 0
            WHERE r.read_up_to < excluded.read_up_to
            """;

    private final Sql sql;

    PostgresReadMarks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Unread> unreadOf(AgentId agent, Collection<ProjectId> projects) {
        return sql.list(
                UNREAD,
                PostgresReadMarks::unread,
                agent.value(),
                Ids.of(projects, ProjectId::value));
    }

    @Override
    public boolean read(ChannelId channel, AgentId agent, long upTo) {
        sql.change(BEGUN, channel.value(), agent.value());
        long before =
                sql.changeReturningFirst(
                                KEPT,
                                row -> row.number("read_up_to"),
                                channel.value(),
                                agent.value())
                        .orElseThrow();
        if (upTo <= before) {
            return false;
        }
        sql.change(
                READ, upTo, channel.value(), agent.value(), upTo, channel.value(), agent.value());
        return true;
    }

    @Override
    public void said(ChannelId channel, AgentId agent, long number) {
        sql.change(SAID, channel.value(), agent.value(), number, number, number, number, number);
    }

    @Override
    public void begin(ProjectId project, AgentId agent) {
        sql.change(BEGIN, agent.value(), project.value());
    }

    private static Unread unread(Row row) throws SQLException {
        return new Unread(
                new ProjectId(row.uuid("project_id")),
                new ChannelId(row.uuid("id")),
                row.text("name"),
                row.number("count"));
    }
}
