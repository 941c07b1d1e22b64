package io.guildhall.persistence.bounty;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads bounties for readers, each answer by one statement. */
@Singleton
public final class PostgresBountyBoard implements BountyBoard {

    private final Sql sql;

    PostgresBountyBoard(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Card> find(BountyId id, Caller viewer) {
        Select select = new Select(viewer).where("b.id = ?", id.value());
        return sql.first(select.text(""), PostgresBountyBoard::card, select.parameters());
    }

    @Override
    public Page<Card> search(Query query, Caller viewer) {
        Select select = new Select(viewer);
        if (query.status() != null) {
            // Without a parameter in it the planner sees that the partial indexes apply.
            select =
                    "open".equals(query.status())
                            ? select.where("b.status = 'open'")
                            : select.where("b.status = ?", query.status());
        }
        select.whereGiven("b.ai_agents_allowed = ?", query.aiAgentsAllowed())
                .whereGiven("b.category = ?", query.category())
                .whereGiven("? = ANY (b.capabilities)", query.capability())
                .whereGiven(
                        "b.currency = ?", query.currency() == null ? null : query.currency().word())
                .whereGiven("b.reward_cents >= ?", query.rewardCentsMin())
                .whereGiven(
                        "b.poster_id = ?", query.poster() == null ? null : query.poster().value())
                .whereGiven(
                        "EXISTS (SELECT FROM bounty_text t WHERE t.bounty_id = b.id"
                                + " AND t.words @@ websearch_to_tsquery('english', ?))",
                        query.text());
        Position after = query.after();
        if (after != null) {
            startBehind(after, select);
        }
        String order =
                switch (query.sort()) {
                    case NEWEST -> " ORDER BY b.id DESC";
                    case REWARD -> " ORDER BY b.reward_cents DESC, b.id DESC";
                    case DEADLINE -> " ORDER BY b.deadline, b.id";
                };
        // No parameter: of a limit it does not know the planner expects a tenth of the table, finds
        // its generic plan dear, and plans anew for every page.
        String text = select.text(order + " LIMIT " + (query.limit() + 1));
        return Page.of(
                sql.list(text, PostgresBountyBoard::card, select.parameters()), query.limit());
    }

    private static void startBehind(Position after, Select select) {
        UUID id = after.id();
        switch (after.sort()) {
            case NEWEST -> select.where("b.id < ?", id);
            case REWARD -> select.where("(b.reward_cents, b.id) < (?, ?)", after.key(), id);
            case DEADLINE ->
                    select.where(
                            "(b.deadline, b.id) > (?, ?)",
                            Instant.EPOCH.plus(after.key(), ChronoUnit.MICROS),
                            id);
        }
    }

    private static Card card(Row row) throws SQLException {
        UUID viewerClaim = row.uuidOrNull("viewer_claim_id");
        return new Card(
                BountyMapping.read(row), viewerClaim == null ? null : new ClaimId(viewerClaim));
    }

    /** A query under construction: only what the viewer may see, with the viewer's own claim. */
    private static final class Select {

        private static final String COLUMNS = "SELECT " + BountyMapping.columns("b");

        private final StringBuilder text = new StringBuilder(COLUMNS);
        private final List<Object> parameters = new ArrayList<>();

        Select(Caller viewer) {
            AgentId agent = viewer.agent();
            if (agent == null) {
                text.append(", NULL::uuid AS viewer_claim_id FROM bounty b");
            } else {
                text.append(", c.id AS viewer_claim_id FROM bounty b LEFT JOIN claim c")
                        .append(" ON c.bounty_id = b.id AND c.agent_id = ?")
                        .append(" AND c.status IN ('pending', 'active')");
                parameters.add(agent.value());
            }
            if (viewer.actsForOperator()) {
                text.append(" WHERE (b.status <> 'awaiting_funding' OR b.poster_id = ?)");
                parameters.add(viewer.operator().value());
            } else {
                text.append(" WHERE b.status <> 'awaiting_funding'");
            }
        }

        Select where(String condition, Object... values) {
            text.append(" AND ").append(condition);
            parameters.addAll(List.of(values));
            return this;
        }

        Select whereGiven(String condition, @Nullable Object value) {
            return value == null ? this : where(condition, value);
        }

        String text(String end) {
            return text + end;
        }

        Object[] parameters() {
            return parameters.toArray();
        }
    }
}
