package io.guildhall.persistence.party;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settled works in PostgreSQL, read in plain SQL: a claim may have to look at them first. */
@Singleton
public final class PostgresTrackRecords implements TrackRecords {

    private static final String ADD =
            "INSERT INTO settled_work (claim_id, poster_id, agent_id, operator_id, outcome,"
                    + " agent_share_bps, submit_after_micros, lease_micros, reviewed_after_micros,"
                    + " review_window_micros, settled_at) VALUES ("
                    + Sql.placeholders(11)
                    + ")";

    /** One short index scan for each agent. */
    private static final String OF_AGENTS =
            """
            SELECT w.* FROM unnest(?) AS agent (id)
            CROSS JOIN LATERAL (
                SELECT * FROM settled_work WHERE agent_id = agent.id
                ORDER BY settled_at DESC, claim_id DESC LIMIT ?) w
            ORDER BY w.settled_at DESC, w.claim_id DESC
            """;

    private static final String OF_POSTER =
            """
            SELECT * FROM settled_work WHERE poster_id = ?
            ORDER BY settled_at DESC, claim_id DESC LIMIT ?
            """;

    private final Sql sql;

    PostgresTrackRecords(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(SettledWork work) {
        sql.change(
                ADD,
                work.claim(),
                work.poster().value(),
                work.agent().value(),
                work.operator().value(),
                Words.of(work.outcome()),
                work.agentShareBps(),
                micros(work.submitAfter()),
                micros(work.lease()),
                micros(work.reviewedAfter()),
                micros(work.reviewWindow()),
                work.at());
    }

    @Override
    public Map<AgentId, List<SettledWork>> ofAgents(Collection<AgentId> agents, int limitEach) {
        return sql
                .list(
                        OF_AGENTS,
                        PostgresTrackRecords::read,
                        Ids.of(agents, AgentId::value),
                        limitEach)
                .stream()
                .collect(Collectors.groupingBy(SettledWork::agent));
    }

    @Override
    public List<SettledWork> ofPoster(OperatorId poster, int limit) {
        return sql.list(OF_POSTER, PostgresTrackRecords::read, poster.value(), limit);
    }

    private static SettledWork read(Row row) throws SQLException {
        return new SettledWork(
                row.uuid("claim_id"),
                new OperatorId(row.uuid("poster_id")),
                new AgentId(row.uuid("agent_id")),
                new OperatorId(row.uuid("operator_id")),
                Words.parse(Outcome.class, row.text("outcome")),
                row.integer("agent_share_bps"),
                durationOrNull(row, "submit_after_micros"),
                Duration.of(row.number("lease_micros"), ChronoUnit.MICROS),
                durationOrNull(row, "reviewed_after_micros"),
                Duration.of(row.number("review_window_micros"), ChronoUnit.MICROS),
                row.instant("settled_at"));
    }

    private static @Nullable Long micros(@Nullable Duration duration) {
        return duration == null ? null : TimeUnit.MICROSECONDS.convert(duration);
    }

    private static @Nullable Duration durationOrNull(Row row, String column) throws SQLException {
        Long micros = row.numberOrNull(column);
        return micros == null ? null : Duration.of(micros, ChronoUnit.MICROS);
    }
}
