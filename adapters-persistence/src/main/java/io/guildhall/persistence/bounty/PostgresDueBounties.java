package io.guildhall.persistence.bounty;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.DueBounties;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds what time has something to do with, by one statement; each part of it reads an index that
 * holds nothing but running timers, up to the present, or but disputes that are not over, or but
 * orders that failed or are under way.
 */
@Singleton
public final class PostgresDueBounties implements DueBounties {

    private static final String DUE =
            """
            SELECT id FROM (
                SELECT id FROM bounty WHERE status = 'awaiting_funding' AND fund_by <= ?
                    AND (rail <> 'escrow' OR fund_by <= (SELECT max(at) FROM chain_trail))
                UNION
                SELECT id FROM bounty WHERE status = 'open' AND deadline <= ?
                UNION
                SELECT bounty_id FROM claim WHERE status = 'pending' AND lapses_at <= ?
                UNION
                SELECT bounty_id FROM claim WHERE lease IN ('running', 'spent') AND lease_ends_at <= ?
                UNION
                SELECT bounty_id FROM claim WHERE lease = 'retrying' AND lease_retry_by < ?
                UNION
                SELECT bounty_id FROM submission WHERE status = 'received' AND judge_by <= ?
                UNION
                SELECT bounty_id FROM submission
                WHERE status = 'under_review' AND held_since IS NULL AND review_by <= ?
                UNION
                SELECT bounty_id FROM dispute WHERE status IN ('open', 'answered') AND decide_by <= ?
                UNION
                SELECT bounty_id FROM dispute JOIN bounty ON bounty.id = bounty_id
                WHERE dispute.status = 'ruled' AND decide_by <= ? AND bounty.status = 'disputed'
                UNION
                SELECT bounty_id FROM vault_order JOIN bounty ON bounty.id = bounty_id
                WHERE vault_order.status = 'failed'
                    AND bounty.status IN ('open', 'claimed', 'in_review', 'disputed', 'completed')
                UNION
                SELECT bounty_id FROM vault_order JOIN bounty ON bounty.id = bounty_id
                WHERE vault_order.status IN ('waiting', 'signed') AND word = 'rule_dispute'
                    AND bounty.status = 'completed'
                UNION
                SELECT bounty_id FROM escrow_hold JOIN bounty ON bounty.id = bounty_id
                WHERE escrow_hold.due_at <= ?
                    AND bounty.status IN ('paid', 'cancelled', 'expired')
            ) due
            WHERE id > ? ORDER BY id LIMIT ?
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Sql sql;

    PostgresDueBounties(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<BountyId> due(Instant now, @Nullable BountyId after, int limit) {
        return sql.list(
                DUE,
                row -> new BountyId(row.uuid("id")),
                now,
                now,
                now,
                now,
                now,
                now,
                now,
                now,
                now,
                now,
                after == null ? BEFORE_ALL : after.value(),
                limit);
    }
}
