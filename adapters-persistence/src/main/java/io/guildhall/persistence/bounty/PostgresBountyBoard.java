package io.guildhall.persistence.bounty;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bounties for readers, each answer by one statement. */
@Singleton
public final class PostgresBountyBoard implements BountyBoard {

    /** Of the plan's topmost step, which is told first. */
    private static final Pattern PLANNED_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    private final Sql sql;

    PostgresBountyBoard(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Card> find(BountyId id, Caller viewer) {
        Select select = Select.cards(viewer).where("b.id = ?", id.value());
        return sql.first(select.text(""), PostgresBountyBoard::card, select.parameters());
    }

    @Override
    public Page<Card> search(Query query, Caller viewer) {
        Select select = wanted(query, Select.cards(viewer));
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

    @Override
    public long estimate(Query query, Caller viewer) {
        Select select = wanted(query, Select.rows(viewer));
        long counted =
                sql.first(
                                "SELECT count(*) AS found FROM ("
                                        + select.text(" LIMIT " + (COUNTED_MAX + 1))
                                        + ") AS counted",
                                row -> row.number("found"),
                                select.parameters())
                        .orElseThrow();
        return counted <= COUNTED_MAX ? counted : Math.max(counted, planned(select));
    }

    /**
     * What the planner expects, from its statistics alone; 0 where a database tells no such thing.
     */
    private long planned(Select select) {
        String plan =
                sql.first(
                                "EXPLAIN (FORMAT JSON) " + select.text(""),
                                row -> row.text("QUERY PLAN"),
                                select.parameters())
                        .orElse("");
        Matcher rows = PLANNED_ROWS.matcher(plan);
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    private static Select wanted(Query query, Select everything) {
        Select select = everything;
        if (query.status() != null) {
            // Without a parameter in it the planner sees that the partial indexes apply.
            select =
                    "open".equals(query.status())
                            ? select.where("b.status = 'open'")
                            : select.where("b.status = ?", query.status());
        }
        if (query.claimPolicy() != null) {
            select = select.where(word(query.claimPolicy()));
        }
        return select.whereGiven("b.ai_agents_allowed = ?", query.aiAgentsAllowed())
                .whereGiven("b.category = ?", query.category())
                .whereGiven("b.capabilities @> ARRAY [?::text]", query.capability())
                .whereGiven(
                        "b.currency = ?", query.currency() == null ? null : query.currency().word())
                .whereGiven("b.reward_cents >= ?", query.rewardCentsMin())
                .whereGiven(
                        "b.poster_id = ?", query.poster() == null ? null : query.poster().value())
                .whereGiven(
                        "EXISTS (SELECT FROM bounty_text t WHERE t.bounty_id = b.id"
                                + " AND t.words @@ websearch_to_tsquery('english', ?))",
                        query.text());
    }

    /** Without a parameter in it, as with the status. */
    private static String word(ClaimPolicy policy) {
        return "b.claim_policy = '" + Words.of(policy) + "'";
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

    /** A query under construction: only what the viewer may see. */
    private static final class Select {

        private static final String COLUMNS = "SELECT " + BountyMapping.columns("b");

        private final StringBuilder text;
        private final List<Object> parameters = new ArrayList<>();

        private Select(String rows) {
            text = new StringBuilder(rows);
        }

        /** Whole bounties, each with the viewer's own claim. */
        static Select cards(Caller viewer) {
            AgentId agent = viewer.agent();
            if (agent == null) {
                return new Select(COLUMNS + ", NULL::uuid AS viewer_claim_id FROM bounty b")
                        .seenBy(viewer);
            }
            Select select =
                    new Select(
                            COLUMNS
                                    + ", c.id AS viewer_claim_id FROM bounty b LEFT JOIN claim c"
                                    + " ON c.bounty_id = b.id AND c.agent_id = ?"
                                    + " AND c.status IN ('pending', 'active')");
            select.parameters.add(agent.value());
            return select.seenBy(viewer);
        }

        /** Only that they are there. */
        static Select rows(Caller viewer) {
            return new Select("SELECT FROM bounty b").seenBy(viewer);
        }

        private Select seenBy(Caller viewer) {
            if (viewer.actsForOperator()) {
                text.append(" WHERE (b.opened_at IS NOT NULL OR b.poster_id = ?)");
                parameters.add(viewer.operator().value());
            } else {
                text.append(" WHERE b.opened_at IS NOT NULL");
            }
            return this;
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
