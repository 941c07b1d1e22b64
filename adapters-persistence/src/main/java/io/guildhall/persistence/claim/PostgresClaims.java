package io.guildhall.persistence.claim;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The claims in PostgreSQL; which of them may stand side by side is up to its unique indexes. */
@Singleton
public final class PostgresClaims implements Claims {

    private static final String SELECT =
            "SELECT "
                    + String.join(", ", ClaimMapping.ORIGIN)
                    + ", "
                    + String.join(", ", ClaimMapping.STATE)
                    + " FROM claim WHERE ";
    private static final String FIND = SELECT + "id = ?";
    private static final String LATEST_LIVE =
            SELECT + "bounty_id = ? AND agent_id = ? AND status IN ('pending', 'active')";
    private static final String LATEST =
            SELECT + "bounty_id = ? AND agent_id = ? ORDER BY id DESC LIMIT 1";
    private static final String PENDING_ON =
            SELECT + "bounty_id = ? AND status = 'pending' ORDER BY id";
    private static final String COUNT_PENDING_ON =
            "SELECT count(*)::int AS n FROM claim WHERE bounty_id = ? AND status = 'pending'";
    private static final String OVERDUE_ON =
            SELECT + "bounty_id = ? AND status = 'pending' AND lapses_at <= ? ORDER BY id LIMIT ?";
    private static final String ANY_ON =
            "SELECT FROM claim WHERE bounty_id = ? AND NOT (status = 'rejected' AND reason = ?) LIMIT 1";
    private static final String PENDING_OF =
            SELECT + "agent_id = ? AND status = 'pending' ORDER BY id";
    private static final String CLAIMANTS =
            "SELECT DISTINCT bounty_id, agent_id FROM claim WHERE bounty_id = ANY (?)";
    private static final String ON_BOUNTY =
            SELECT
                    + "bounty_id = ? AND (poster_id = ? OR operator_id = ? OR agent_id = ?)"
                    + " AND id < ? ORDER BY id DESC LIMIT ?";

    private static final String OF_AGENT =
            SELECT + "agent_id = ? AND id < ? ORDER BY id DESC LIMIT ?";

    /** Whoever is no operator's or no agent's key has this as its id, which nothing has. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private static final String INSERT =
            "INSERT INTO claim ("
                    + String.join(", ", ClaimMapping.ORIGIN)
                    + ", "
                    + String.join(", ", ClaimMapping.STATE)
                    + ") ";
    private static final String VALUES =
            Sql.placeholders(ClaimMapping.ORIGIN.size() + ClaimMapping.STATE.size());

    /** The foreign key would take the same lock, but look at no status. */
    private static final String ADD =
            INSERT
                    + "SELECT "
                    + VALUES
                    + " FROM agent WHERE id = ? AND status <> 'deactivated' FOR KEY SHARE";

    private static final String ADD_RECORDED = INSERT + "VALUES (" + VALUES + ")";
    private static final String SAVE =
            ClaimMapping.STATE.stream()
                    .map(column -> column + " = ?")
                    .collect(
                            Collectors.joining(
                                    ", ",
                                    "UPDATE claim SET version = version + 1, ",
                                    " WHERE id = ? AND version = ?"));

    private final Sql sql;

    PostgresClaims(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Claim> find(ClaimId id) {
        return sql.first(FIND, ClaimMapping::read, id.value());
    }

    @Override
    public Optional<Claim> latest(BountyId bounty, AgentId agent) {
        return sql.first(LATEST_LIVE, ClaimMapping::read, bounty.value(), agent.value())
                .or(() -> sql.first(LATEST, ClaimMapping::read, bounty.value(), agent.value()));
    }

    @Override
    public List<Claim> pendingOn(BountyId bounty) {
        return sql.list(PENDING_ON, ClaimMapping::read, bounty.value());
    }

    @Override
    public int countPendingOn(BountyId bounty) {
        return count(COUNT_PENDING_ON, bounty.value());
    }

    @Override
    public int countPendingOn(BountyId bounty, OperatorId operator) {
        return count(COUNT_PENDING_ON + " AND operator_id = ?", bounty.value(), operator.value());
    }

    @Override
    public List<Claim> overdueOn(BountyId bounty, Instant now, int limit) {
        return sql.list(OVERDUE_ON, ClaimMapping::read, bounty.value(), now, limit);
    }

    @Override
    public boolean anyOn(BountyId bounty) {
        return sql.exists(ANY_ON, bounty.value(), Claim.INSUFFICIENT_REPUTATION);
    }

    @Override
    public List<Claim> pendingOf(AgentId agent) {
        return sql.list(PENDING_OF, ClaimMapping::read, agent.value());
    }

    @Override
    public boolean anyActiveOf(AgentId agent) {
        return sql.exists(
                "SELECT FROM claim WHERE agent_id = ? AND status = 'active' LIMIT 1",
                agent.value());
    }

    @Override
    public Map<BountyId, Set<AgentId>> claimants(Set<BountyId> bounties) {
        if (bounties.isEmpty()) {
            return Map.of();
        }
        return sql
                .list(
                        CLAIMANTS,
                        row ->
                                Map.entry(
                                        new BountyId(row.uuid("bounty_id")),
                                        new AgentId(row.uuid("agent_id"))),
                        Ids.of(bounties, BountyId::value))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    @Override
    public Page<Claim> onBounty(BountyId bounty, Caller viewer, PageRequest page) {
        UUID operator = viewer.actsForOperator() ? viewer.operator().value() : NOBODY;
        AgentId agent = viewer.agent();
        return Page.of(
                sql.list(
                        ON_BOUNTY,
                        ClaimMapping::read,
                        bounty.value(),
                        operator,
                        operator,
                        agent == null ? NOBODY : agent.value(),
                        Optional.ofNullable(page.after()).orElse(BEHIND_ALL),
                        page.limit() + 1),
                page.limit());
    }

    @Override
    public Page<Claim> ofAgent(AgentId agent, PageRequest page) {
        return Page.of(
                sql.list(
                        OF_AGENT,
                        ClaimMapping::read,
                        agent.value(),
                        Optional.ofNullable(page.after()).orElse(BEHIND_ALL),
                        page.limit() + 1),
                page.limit());
    }

    @Override
    public void add(Claim claim) {
        AgentId agent = claim.parties().agent();
        List<@Nullable Object> values = values(claim);
        values.add(agent.value());
        sql.changeOneLater("agent " + agent, ADD, values.toArray());
    }

    @Override
    public void addRecorded(Claim claim) {
        sql.changeLater(ADD_RECORDED, values(claim).toArray());
    }

    private static List<@Nullable Object> values(Claim claim) {
        List<@Nullable Object> values = new ArrayList<>(ClaimMapping.origin(claim));
        values.addAll(ClaimMapping.state(claim));
        return values;
    }

    @Override
    public Claim save(Claim claim) {
        List<@Nullable Object> values = new ArrayList<>(ClaimMapping.state(claim));
        values.add(claim.id().value());
        values.add(claim.version());
        sql.changeOneLater("claim " + claim.id(), SAVE, values.toArray());
        return claim.atVersion(claim.version() + 1);
    }

    private int count(String query, Object... parameters) {
        return sql.first(query, row -> row.integer("n"), parameters).orElseThrow();
    }
}
