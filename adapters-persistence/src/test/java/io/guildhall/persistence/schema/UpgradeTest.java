package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A market that was lived on the schema before disputes, as it stands on the one after. */
class UpgradeTest {

    /**
     * Ann (01) has posted, Bob (02) and his agent (03) have worked: accepted (11 to 13), nothing
     * handed in (21, 22), given back with nothing handed in (23) and after work that was not taken
     * (24, 25), failed after two rounds (31 to 34), being worked on in usdc (41, 42). Of what ended
     * without work, 61 was open, and 62 and 63 were never funded; 64 waits for it.
     */
    private static final String BEFORE =
            """
            BEGIN;
            INSERT INTO operator VALUES
                ('${ID}01', 'Ann', 'ann@example.org', '{admin}', now()),
                ('${ID}02', 'Bob', 'bob@example.org', '{}', now());
            INSERT INTO agent VALUES ('${ID}03', '${ID}02', 'bot', '', '{}', 'active', NULL, now(), now(), 0);

            INSERT INTO bounty (id, poster_id, title, description, acceptance_criteria, category, capabilities,
                reward_units, currency, claim_policy, rail, ai_agents_allowed, deadline, claim_ttl_seconds,
                review_window_seconds, fee_basis_points, status, claim_id, submission_id, status_at, last_fence,
                created_at, updated_at, version)
            SELECT id::uuid, '${ID}01', 'Work', '', '{}', 'other', '{}', 1000, currency, 'first_come', 'ledger', true,
                '2026-12-01 00:00Z', 259200, 604800, 1000, status, claim_id::uuid, submission_id::uuid,
                CASE status WHEN 'paid' THEN timestamptz '2026-11-03 12:00Z' END, 1, now(), now(), 3
            FROM (VALUES ('${ID}11', 'usd', 'paid', '${ID}12', '${ID}13'), ('${ID}21', 'usd', 'open', NULL, NULL),
                ('${ID}31', 'usd', 'open', NULL, NULL), ('${ID}41', 'usdc', 'claimed', '${ID}42', NULL))
                AS life (id, currency, status, claim_id, submission_id);

            INSERT INTO bounty (id, poster_id, title, description, acceptance_criteria, category, capabilities,
                reward_units, currency, claim_policy, rail, ai_agents_allowed, deadline, claim_ttl_seconds,
                review_window_seconds, fee_basis_points, status, fund_by, status_at, cancel_reason, last_fence,
                created_at, updated_at, version)
            SELECT id::uuid, '${ID}01', 'Work', '', '{}', 'other', '{}', 1000, 'usd', 'first_come', 'ledger', true,
                '2026-12-01 00:00Z', 259200, 604800, 1000, status,
                CASE status WHEN 'awaiting_funding' THEN timestamptz '2026-12-01 00:00Z' END,
                CASE WHEN status <> 'awaiting_funding' THEN timestamptz '2026-11-03 12:00Z' END,
                CASE status WHEN 'cancelled' THEN 'why' END, 0, now(), now(), 1
            FROM (VALUES ('${ID}61', 'expired'), ('${ID}62', 'expired'), ('${ID}63', 'cancelled'),
                ('${ID}64', 'awaiting_funding')) AS life (id, status);

            INSERT INTO outbox (event_id, kind, subject_kind, subject_id, story_kind, story_id, payload, occurred_at)
            SELECT gen_random_uuid(), kind, 'bounty', id::uuid, 'bounty', id::uuid, '{}', occurred_at::timestamptz
            FROM (VALUES ('${ID}11', 'bounty.opened', '2026-11-01 08:00Z'),
                ('${ID}61', 'bounty.posted', '2026-11-01 08:00Z'), ('${ID}61', 'bounty.opened', '2026-11-01 08:30Z'),
                ('${ID}62', 'bounty.posted', '2026-11-01 08:00Z')) AS happened (id, kind, occurred_at);

            INSERT INTO claim (id, bounty_id, poster_id, agent_id, operator_id, cover_letter, status, claimed_at, lease,
                lease_ends_at, status_at, reason, fence, submissions, created_at, updated_at, version)
            SELECT id::uuid, bounty::uuid, '${ID}01', '${ID}03', '${ID}02', '', status,
                CASE status WHEN 'active' THEN timestamptz '2026-11-01 10:00Z' END,
                CASE status WHEN 'active' THEN 'running' END,
                CASE status WHEN 'active' THEN timestamptz '2026-11-04 10:00Z' END,
                CASE status WHEN 'active' THEN NULL ELSE timestamptz '2026-11-03 12:00Z' END,
                CASE WHEN status IN ('failed', 'released') THEN 'why' END, 1, submissions, '2026-11-01 09:00Z', now(), 2
            FROM (VALUES ('${ID}12', '${ID}11', 'fulfilled', 1), ('${ID}22', '${ID}21', 'expired', 0),
                ('${ID}23', '${ID}21', 'released', 0), ('${ID}24', '${ID}21', 'released', 1),
                ('${ID}32', '${ID}31', 'failed', 2), ('${ID}42', '${ID}41', 'active', 0))
                AS life (id, bounty, status, submissions);

            INSERT INTO outbox (event_id, kind, subject_kind, subject_id, story_kind, story_id, payload, occurred_at)
            SELECT gen_random_uuid(), 'claim.approved', 'claim', id, 'bounty', bounty_id, '{}', '2026-11-01 10:00Z'
            FROM claim WHERE status <> 'expired';

            INSERT INTO submission (id, bounty_id, claim_id, poster_id, agent_id, operator_id, fence, round, content,
                deliverables, status, status_at, review, created_at, updated_at, version)
            SELECT id::uuid, bounty::uuid, claim::uuid, '${ID}01', '${ID}03', '${ID}02', 1, round, 'Done', '[]', status,
                handed_in::timestamptz + interval '90 minutes', review::jsonb, handed_in::timestamptz, now(), 1
            FROM (VALUES ('${ID}13', '${ID}11', '${ID}12', 1, 'accepted', NULL, '2026-11-02 10:00Z'),
                ('${ID}25', '${ID}21', '${ID}24', 1, 'rejected', '{}', '2026-11-02 10:00Z'),
                ('${ID}33', '${ID}31', '${ID}32', 1, 'revision_requested', '{}', '2026-11-01 10:00:00.000001Z'),
                ('${ID}34', '${ID}31', '${ID}32', 2, 'rejected', '{}', '2026-11-02 18:00Z'))
                AS work (id, bounty, claim, round, status, review, handed_in);

            INSERT INTO payout (id, source, payee_id, gross_units, fee_units, currency, rail, stage, stage_at, due_at,
                reason, next_action, attempts, created_at, updated_at, version)
            VALUES ('${ID}51', 'withdrawal', '${ID}02', 500, 0, 'usd', 'sandbox', 'blocked', '2026-10-20 00:00Z', NULL,
                    'no_account', 'Open one', 1, now(), now(), 2),
                ('${ID}52', 'withdrawal', '${ID}02', 500, 0, 'usd', 'sandbox', 'confirming', '2026-11-03 00:00Z',
                    '2026-11-03 01:00Z', 'silent', NULL, 1, now(), now(), 2),
                ('${ID}53', 'withdrawal', '${ID}02', 500, 0, 'usd', 'sandbox', 'completed', '2026-11-03 00:00Z', NULL,
                    NULL, NULL, 1, now(), now(), 2);
            COMMIT;
            """;

    private OldMarket market;

    @BeforeEach
    void upgradedMarket() throws SQLException {
        market = OldMarket.on("4");
        // A zone whose clocks were put back on the first of November.
        market.run("SET timezone = 'America/New_York'");
        market.run(BEFORE);
        market.upgrade();
    }

    @AfterEach
    void close() throws SQLException {
        market.close();
    }

    @Test
    void oldTermsAskForNothingNew() throws SQLException {
        assertThat(market.rows("SELECT DISTINCT min_reputation, stake_bps, dispute_id FROM bounty"))
                .containsExactly("0|0|null");
    }

    @Test
    void oldClaimsHaveTheirBountysCurrencyAndNoStake() throws SQLException {
        assertThat(
                        market.rows(
                                """
                                SELECT right(id::text, 2), currency, stake_units, proposed_reward_units, lease_spent
                                FROM claim ORDER BY id
                                """))
                .containsExactly(
                        "12|usd|0|null|null",
                        "22|usd|0|null|null",
                        "23|usd|0|null|null",
                        "24|usd|0|null|null",
                        "32|usd|0|null|null",
                        "42|usdc|0|null|null");
    }

    @Test
    void oldWorkWasAcceptedByItsPoster() throws SQLException {
        assertThat(
                        market.rows(
                                "SELECT right(id::text, 2), acceptance, held_since FROM submission ORDER BY id"))
                .containsExactly("13|poster|null", "25|null|null", "33|null|null", "34|null|null");
    }

    @Test
    void oldWorkWasNeverJudgedByAGate() throws SQLException {
        assertThat(market.rows("SELECT DISTINCT quality_gate FROM bounty")).containsExactly("f");
        assertThat(market.rows("SELECT DISTINCT lease_retry_by FROM claim"))
                .containsExactly("null");
        assertThat(
                        market.rows(
                                """
                                SELECT DISTINCT resubmission, judge_by, judge_taken_until, resubmit_by, verdict
                                FROM submission
                                """))
                .containsExactly("f|null|null|null|null");
    }

    @Test
    void whatWasFundedOnceIsTold() throws SQLException {
        assertThat(
                        market.rows(
                                """
                                SELECT right(id::text, 2), CASE opened_at WHEN created_at THEN 'as it was posted'
                                    ELSE (opened_at AT TIME ZONE 'UTC')::text END
                                FROM bounty ORDER BY id
                                """))
                .containsExactly(
                        "11|2026-11-01 08:00:00",
                        "21|as it was posted",
                        "31|as it was posted",
                        "41|as it was posted",
                        "61|2026-11-01 08:30:00",
                        "62|null",
                        "63|null",
                        "64|null");
    }

    @Test
    void oldPayoutsGetTheirTimes() throws SQLException {
        assertThat(
                        market.rows(
                                """
                                SELECT right(id::text, 2), due_at AT TIME ZONE 'UTC',
                                    unanswered_since AT TIME ZONE 'UTC', delay_told
                                FROM payout ORDER BY id
                                """))
                .containsExactly(
                        "51|2026-11-19 00:00:00|null|null",
                        "52|2026-11-03 01:00:00|2026-11-03 00:00:00|f",
                        "53|null|null|null");
    }

    @Test
    void whatHasEndedIsOnRecord() throws SQLException {
        assertThat(
                        market.rows(
                                """
                                SELECT right(claim_id::text, 2), outcome, agent_share_bps,
                                    submit_after_micros * interval '1 microsecond',
                                    lease_micros * interval '1 microsecond',
                                    reviewed_after_micros * interval '1 microsecond',
                                    review_window_micros * interval '1 microsecond',
                                    settled_at AT TIME ZONE 'UTC'
                                FROM settled_work ORDER BY claim_id
                                """))
                .containsExactly(
                        "12|accepted|10000|24:00:00|72:00:00|01:30:00|168:00:00|2026-11-03 12:00:00",
                        "22|expired|0|null|72:00:00|null|168:00:00|2026-11-03 12:00:00",
                        "24|failed|0|24:00:00|72:00:00|01:30:00|168:00:00|2026-11-03 12:00:00",
                        "32|failed|0|00:00:00.000001|72:00:00|01:30:00|168:00:00|2026-11-03 12:00:00");
    }
}
