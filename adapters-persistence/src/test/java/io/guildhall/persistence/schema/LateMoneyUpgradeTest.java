package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Bounties that a contract held money for before it was kept whether it still does. */
class LateMoneyUpgradeTest {

    /**
     * All three have ended here: of 11 the contract has said so, of 12 it says nothing, for its
     * money came late, and of 13 the chain took back that it had ended.
     */
    private static final String BEFORE =
            """
            INSERT INTO operator (id, name, email, roles, created_at)
            VALUES ('${ID}01', 'Ann', 'ann@example.org', '{}', now());
            INSERT INTO bounty (id, poster_id, title, description, acceptance_criteria, category, capabilities,
                reward_units, currency, claim_policy, rail, ai_agents_allowed, deadline, claim_ttl_seconds,
                review_window_seconds, fee_basis_points, min_reputation, stake_bps, quality_gate, status, status_at,
                last_fence, created_at, updated_at, version)
            SELECT ('${ID}' || number)::uuid, '${ID}01', 'Work', '', '{}', 'other', '{}', 1000, 'usdc', 'first_come',
                'escrow', true, '2026-12-01 00:00Z', 259200, 604800, 1000, 0, 0, false, 'expired', now(), 0, now(),
                now(), 1
            FROM (VALUES ('11'), ('12'), ('13')) AS one (number);
            INSERT INTO escrow_hold (bounty_id, onchain_id, poster_wallet, fee_account, funded_by)
            SELECT id, '0x' || repeat(right(id::text, 2), 32), '0x' || repeat('a1', 20), '0x' || repeat('f0', 20),
                '0x' || repeat('77', 32)
            FROM bounty;
            INSERT INTO chain_fact (block, block_hash, log_index, transaction, at, onchain_id, word, says, taken_back)
            SELECT 7, '0x' || repeat(number, 32), log_index, '0x' || repeat(digits, 32), now(),
                '0x' || repeat(number, 32), word, '', taken_back
            FROM (VALUES ('11', 1, '77', 'funded', false), ('11', 2, '88', 'ended', false), ('12', 1, '77', 'funded', false),
                ('13', 1, '77', 'funded', false), ('13', 2, '88', 'ended', true))
                AS said (number, log_index, digits, word, taken_back);
            """;

    @Test
    void whatTheContractHasEndedIsKnownFromItsFacts() throws SQLException {
        try (OldMarket market = OldMarket.on("28")) {
            market.run(BEFORE);

            market.upgrade();

            assertThat(
                            market.rows(
                                    """
                                    SELECT right(bounty_id::text, 2), coalesce(left(ended_by, 4), 'holds money'),
                                        CASE WHEN due_at <= now() THEN 'is looked at' END
                                    FROM escrow_hold ORDER BY bounty_id
                                    """))
                    .containsExactly(
                            "11|0x88|null",
                            "12|holds money|is looked at",
                            "13|holds money|is looked at");
        }
    }
}
