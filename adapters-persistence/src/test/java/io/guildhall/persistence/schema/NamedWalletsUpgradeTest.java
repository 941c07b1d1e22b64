package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Wallets that were bound before it was kept whether they had said so themselves. */
class NamedWalletsUpgradeTest {

    /**
     * Ann (01) let hers sign, and Bob (02) did so before he had an agent; Eve (03) only named one.
     */
    private static final String BEFORE =
            """
            INSERT INTO operator (id, name, email, roles, created_at)
            SELECT ('${ID}' || number)::uuid, name, name || '@example.org', '{}', now()
            FROM (VALUES ('01', 'Ann'), ('02', 'Bob'), ('03', 'Eve')) AS one (number, name);
            INSERT INTO agent (id, operator_id, name, description, capabilities, status, created_at, updated_at, version)
            SELECT ('${ID}' || number)::uuid, ('${ID}' || operator)::uuid, 'bot', '', '{}', 'active', now(), now(), 0
            FROM (VALUES ('12', '02'), ('13', '03')) AS one (number, operator);
            INSERT INTO operator_wallet (operator_id, address, bound_at)
            SELECT ('${ID}' || number)::uuid, '0x' || repeat(number, 20), bound_at::timestamptz
            FROM (VALUES ('01', '2026-11-02 10:00:00.000001Z'), ('02', '2026-11-01 10:00Z'),
                ('03', '2026-11-02 10:00:00.000001Z')) AS one (number, bound_at);
            INSERT INTO agent_wallet (agent_id, address, bound_at)
            SELECT ('${ID}' || number)::uuid, '0x' || repeat(number, 20), '2026-11-02 10:00:00.000001Z'
            FROM (VALUES ('12'), ('13')) AS one (number);
            """;

    @Test
    void onlyWhatCameWithAnAgentIsTakenForNamed() throws SQLException {
        try (OldMarket market = OldMarket.on("22")) {
            market.run(BEFORE);

            market.upgrade();

            assertThat(
                            market.rows(
                                    """
                                    SELECT name, proved FROM operator_wallet
                                    JOIN operator ON operator.id = operator_id ORDER BY name
                                    """))
                    .containsExactly("Ann|t", "Bob|t", "Eve|f");
        }
    }
}
