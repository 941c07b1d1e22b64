package io.guildhall.persistence.progress;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.shared.Json;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The traces in PostgreSQL. */
@Singleton
public final class PostgresTraces implements Traces {

    private static final String ADD =
            "INSERT INTO trace (id, bounty_id, claim_id, poster_id, agent_id, operator_id, event,"
                    + " message, metadata, visibility, reported_at) VALUES ("
                    + Sql.placeholders(11)
                    + ")";
    private static final String COUNT = "SELECT count(*) AS traces FROM trace WHERE claim_id = ?";
    private static final String ON_BOUNTY =
            """
            SELECT * FROM trace
            WHERE bounty_id = ? AND id < ?
                AND (visibility = 'public' OR poster_id = ? OR operator_id = ? OR agent_id = ?)
            ORDER BY id DESC LIMIT ?
            """;
    private static final String FROM_THE_BEGINNING =
            """
            SELECT * FROM trace
            WHERE bounty_id = ? AND id > ?
                AND (visibility = 'public' OR poster_id = ? OR operator_id = ? OR agent_id = ?)
            ORDER BY id LIMIT ?
            """;

    /** Whoever is no operator's or no agent's key has this as its id, which nothing has. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Sql sql;

    PostgresTraces(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Trace trace) {
        String metadata = trace.metadata();
        sql.change(
                ADD,
                trace.id().value(),
                trace.bounty().value(),
                trace.claim().value(),
                trace.parties().poster().value(),
                trace.parties().agent().value(),
                trace.parties().operator().value(),
                trace.event(),
                trace.message(),
                metadata == null ? null : new Json(metadata),
                trace.visibility().word(),
                trace.at());
    }

    @Override
    public int countOn(ClaimId claim) {
        return sql.first(COUNT, row -> row.integer("traces"), claim.value()).orElseThrow();
    }

    @Override
    public Page<Trace> onBounty(BountyId bounty, Caller viewer, PageRequest page) {
        return page(ON_BOUNTY, BEHIND_ALL, bounty, viewer, page);
    }

    @Override
    public Page<Trace> fromTheBeginning(BountyId bounty, Caller viewer, PageRequest page) {
        return page(FROM_THE_BEGINNING, BEFORE_ALL, bounty, viewer, page);
    }

    private Page<Trace> page(
            String query, UUID start, BountyId bounty, Caller viewer, PageRequest page) {
        UUID operator = viewer.actsForOperator() ? viewer.operator().value() : NOBODY;
        AgentId agent = viewer.agent();
        return Page.of(
                sql.list(
                        query,
                        PostgresTraces::read,
                        bounty.value(),
                        Optional.ofNullable(page.after()).orElse(start),
                        operator,
                        operator,
                        agent == null ? NOBODY : agent.value(),
                        page.limit() + 1),
                page.limit());
    }

    private static Trace read(Row row) throws SQLException {
        return new Trace(
                new TraceId(row.uuid("id")),
                new BountyId(row.uuid("bounty_id")),
                new ClaimId(row.uuid("claim_id")),
                new Parties(
                        new OperatorId(row.uuid("poster_id")),
                        new AgentId(row.uuid("agent_id")),
                        new OperatorId(row.uuid("operator_id"))),
                row.text("event"),
                row.text("message"),
                row.textOrNull("metadata"),
                Words.parse(Visibility.class, row.text("visibility")),
                row.instant("reported_at"));
    }
}
