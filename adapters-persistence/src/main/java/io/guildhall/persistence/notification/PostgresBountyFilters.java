package io.guildhall.persistence.notification;

import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.BountyFilters;
import io.guildhall.domain.party.AgentId;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agents' bounty filters in PostgreSQL, each a row. */
@Singleton
public final class PostgresBountyFilters implements BountyFilters {

    private static final String OF =
            "SELECT * FROM bounty_filter WHERE agent_id = ? ORDER BY position";

    private static final String ADD =
            """
            INSERT INTO bounty_filter (agent_id, position, capabilities, categories, currency,
                min_reward_cents, claim_policies)
            """;

    private final Sql sql;

    PostgresBountyFilters(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<BountyFilter> of(AgentId agent) {
        return sql.list(OF, BountyFilterRow::read, agent.value());
    }

    @Override
    public void save(AgentId agent, List<BountyFilter> filters) {
        // Two who save at once do so one after the other.
        sql.first("SELECT id FROM agent WHERE id = ? FOR NO KEY UPDATE", _ -> true, agent.value());
        sql.change("DELETE FROM bounty_filter WHERE agent_id = ?", agent.value());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (BountyFilter filter : filters) {
            rows.add(values(agent, rows.size(), filter));
        }
        sql.insert(ADD, rows);
    }

    private static List<@Nullable Object> values(AgentId agent, int position, BountyFilter filter) {
        return Arrays.asList(
                agent.value(),
                position,
                filter.capabilities(),
                filter.categories(),
                filter.currency() == null ? null : filter.currency().word(),
                filter.minRewardCents(),
                filter.claimPolicies().stream().sorted().map(Words::of).toList());
    }
}
