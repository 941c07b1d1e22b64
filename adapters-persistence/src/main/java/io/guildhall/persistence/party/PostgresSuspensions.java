package io.guildhall.persistence.party;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Suspended parties in PostgreSQL. */
@Singleton
public final class PostgresSuspensions implements Suspensions {

    private static final String FIND =
            "SELECT * FROM suspension WHERE party_kind = ? AND party_id = ?";

    /** The whole operator's before that of one agent. */
    private static final String STOPPING =
            """
            SELECT * FROM suspension
            WHERE (party_kind = 'operator' AND party_id = ?) OR (party_kind = 'agent' AND party_id = ?)
            ORDER BY party_kind DESC LIMIT 1
            """;

    private static final String ALL =
            "SELECT * FROM suspension WHERE party_id < ? ORDER BY party_id DESC LIMIT ?";

    private static final String ADD =
            """
            INSERT INTO suspension (party_kind, party_id, operator_id, agent_id, reason, since, admin_id)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (party_kind, party_id) DO NOTHING
            """;

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    /** No agent has it. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Sql sql;

    PostgresSuspensions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Suspension> find(Subject party) {
        return sql.first(FIND, PostgresSuspensions::read, Words.of(party.kind()), party.id());
    }

    @Override
    public Optional<Suspension> stopping(OperatorId operator, @Nullable AgentId agent) {
        return sql.first(
                STOPPING,
                PostgresSuspensions::read,
                operator.value(),
                agent == null ? NOBODY : agent.value());
    }

    @Override
    public Page<Suspension> all(PageRequest page) {
        UUID after = page.after();
        return Page.of(
                sql.list(
                        ALL,
                        PostgresSuspensions::read,
                        after == null ? BEHIND_ALL : after,
                        page.limit() + 1),
                page.limit());
    }

    @Override
    public void add(Suspension suspension) {
        Subject party = suspension.party();
        boolean isOperator = party.kind() == Subject.Kind.OPERATOR;
        int added =
                sql.change(
                        ADD,
                        Words.of(party.kind()),
                        party.id(),
                        isOperator ? party.id() : null,
                        isOperator ? null : party.id(),
                        suspension.reason(),
                        suspension.since(),
                        suspension.admin().value());
        if (added == 0) {
            throw new LostRace("suspension of " + party);
        }
    }

    @Override
    public boolean lift(Subject party) {
        return sql.change(
                        "DELETE FROM suspension WHERE party_kind = ? AND party_id = ?",
                        Words.of(party.kind()),
                        party.id())
                == 1;
    }

    private static Suspension read(Row row) throws SQLException {
        return new Suspension(
                new Subject(
                        Words.parse(Subject.Kind.class, row.text("party_kind")),
                        row.uuid("party_id")),
                row.text("reason"),
                row.instant("since"),
                new OperatorId(row.uuid("admin_id")));
    }
}
