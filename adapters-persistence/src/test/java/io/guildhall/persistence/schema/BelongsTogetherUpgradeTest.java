package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A market from before the schema looked at what belongs together. */
class BelongsTogetherUpgradeTest {

    private static final UUID OWNER = UUID.fromString("00000000-0000-7000-8000-000000000001");

    /**
     * Bob's agent (03) has worked on two bounties of Ann's (11, 21) under a claim each (12, 22),
     * and handed something in (13, 23). Of the first both have disputed: the agent its work (14),
     * Ann the bounty itself (15).
     */
    private static final String BEFORE =
            """
            INSERT INTO operator (id, name, email, roles, created_at) VALUES
                ('${ID}01', 'Ann', 'ann@example.org', '{}', now()),
                ('${ID}02', 'Bob', 'bob@example.org', '{}', now());
            INSERT INTO agent (id, operator_id, name, description, capabilities, status, created_at, updated_at, version)
            VALUES ('${ID}03', '${ID}02', 'bot', '', '{}', 'active', now(), now(), 0);
            INSERT INTO bounty (id, poster_id, title, description, acceptance_criteria, category, capabilities,
                reward_units, currency, claim_policy, rail, ai_agents_allowed, deadline, claim_ttl_seconds,
                review_window_seconds, fee_basis_points, min_reputation, stake_bps, quality_gate, status, opened_at,
                last_fence, created_at, updated_at, version)
            SELECT id::uuid, '${ID}01', 'Work', '', '{}', 'other', '{}', 1000, 'usd', 'first_come', 'ledger', true,
                '2026-12-01 00:00Z', 259200, 604800, 1000, 0, 0, false, 'open', now(), 1, now(), now(), 3
            FROM (VALUES ('${ID}11'), ('${ID}21')) AS one (id);
            INSERT INTO claim (id, bounty_id, poster_id, agent_id, operator_id, cover_letter, currency, status,
                status_at, reason, fence, submissions, stake_units, created_at, updated_at, version)
            SELECT id::uuid, bounty::uuid, '${ID}01', '${ID}03', '${ID}02', '', 'usd', 'failed', now(), 'why', 1, 1, 0,
                now(), now(), 2
            FROM (VALUES ('${ID}12', '${ID}11'), ('${ID}22', '${ID}21')) AS one (id, bounty);
            INSERT INTO submission (id, bounty_id, claim_id, poster_id, agent_id, operator_id, fence, round, content,
                deliverables, status, status_at, review, resubmission, created_at, updated_at, version)
            SELECT id::uuid, bounty::uuid, claim::uuid, '${ID}01', '${ID}03', '${ID}02', 1, 1, 'Done', '[]', 'rejected',
                now(), '{}', false, now(), now(), 1
            FROM (VALUES ('${ID}13', '${ID}11', '${ID}12'), ('${ID}23', '${ID}21', '${ID}22'))
                AS one (id, bounty, claim);
            INSERT INTO dispute (id, bounty_id, claim_id, submission_id, poster_id, agent_id, operator_id, opened_by,
                reason, decide_by, status, status_at, poster_evidence, agent_evidence, created_at, updated_at, version)
            SELECT id::uuid, '${ID}11', '${ID}12', submission::uuid, '${ID}01', '${ID}03', '${ID}02', side, 'why', now(),
                'withdrawn', now(), 0, 0, now(), now(), 1
            FROM (VALUES ('${ID}14', '${ID}13', 'agent'), ('${ID}15', NULL, 'poster'))
                AS one (id, submission, side);
            """;

    private OldMarket market;

    @BeforeEach
    void marketOfBefore() throws SQLException {
        market = OldMarket.on("41");
        market.run(BEFORE);
        addAnAccountOfEachKind();
    }

    @AfterEach
    void close() throws SQLException {
        market.close();
    }

    @Test
    void whatWasWrittenBeforeIsGuardedToo() throws SQLException {
        market.upgrade();

        assertThat(
                        market.rows(
                                """
                                SELECT conname FROM pg_constraint
                                WHERE convalidated AND conname IN ('submission_of_claim', 'dispute_of_claim',
                                    'dispute_of_submission', 'claim_not_of_its_poster', 'account_tells_its_kind')
                                ORDER BY conname
                                """))
                .containsExactly(
                        "account_tells_its_kind",
                        "claim_not_of_its_poster",
                        "dispute_of_claim",
                        "dispute_of_submission",
                        "submission_of_claim");
        assertThat(market.rows("SELECT conname FROM pg_constraint WHERE NOT convalidated"))
                .isEmpty();
    }

    @Test
    void indexesThatWereMadeBeforeByHandAreTaken() throws SQLException {
        market.run(
                "CREATE UNIQUE INDEX claim_of_bounty_and_agent ON claim (bounty_id, agent_id, id)");
        market.run("CREATE UNIQUE INDEX submission_in_bounty ON submission (bounty_id, id)");

        market.upgrade();

        assertThat(
                        market.rows(
                                """
                                SELECT indexname FROM pg_indexes
                                WHERE (tablename = 'claim' AND indexdef LIKE '%(bounty_id, agent_id, id)')
                                    OR (tablename = 'submission' AND indexdef LIKE '%(bounty_id, id)')
                                ORDER BY indexname
                                """))
                .containsExactly("claim_of_bounty_and_agent", "submission_in_bounty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "submission_of_claim; UPDATE submission SET claim_id = '${ID}12', round = 2 WHERE id = '${ID}23'",
                "dispute_of_claim; UPDATE dispute SET bounty_id = '${ID}21' WHERE id = '${ID}15'",
                "dispute_of_submission; UPDATE dispute SET submission_id = '${ID}23' WHERE id = '${ID}14'",
                "claim_not_of_its_poster; UPDATE claim SET poster_id = operator_id WHERE id = '${ID}12'",
                "account_tells_its_kind; UPDATE account SET kind = 'platform:treasury' WHERE kind = 'platform:fees'"
            },
            quoteCharacter = '"')
    void whatNoVersionWroteIsNamedAndLeftAsItIs(String guard, String byHand) throws SQLException {
        market.run(byHand);

        assertThatThrownBy(() -> market.upgrade())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining(guard);

        assertThat(market.rows("SELECT max(version::int) FROM flyway_schema_history WHERE success"))
                .containsExactly("42");
    }

    private void addAnAccountOfEachKind() throws SQLException {
        try (PreparedStatement account =
                market.connection()
                        .prepareStatement(
                                "INSERT INTO account (code, currency, kind, owner_id, balance, pending_out)"
                                        + " VALUES (?, ?, ?, ?, 0, 0)")) {
            for (Account.Kind kind : Account.Kind.values()) {
                boolean isNobodys =
                        kind.word().startsWith("external:") || kind.word().startsWith("platform:");
                UUID owner = isNobodys ? null : OWNER;
                for (Currency currency : Currency.values()) {
                    account.setString(1, new Account(kind, owner, null, currency).code());
                    account.setString(2, currency.word());
                    account.setString(3, kind.word());
                    account.setObject(4, owner);
                    account.execute();
                }
            }
        }
    }
}
