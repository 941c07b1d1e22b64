package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A market that took Stripe's test key first and its live key later, before that was refused. */
class MixedModesUpgradeTest {

    /**
     * Ann (01) paid 30.00 in test mode (11), had 5.00 of it sent back (21), withdrew 20.00 (22),
     * and a fee of 1.00 was taken.
     */
    private static final String IN_TEST_MODE =
            """
            INSERT INTO operator (id, name, email, roles, created_at) VALUES ('${ID}01', 'Ann', 'ann@example.org', '{}', now());
            INSERT INTO account (code, currency, kind, owner_id, holder_id, balance, pending_out) VALUES
                ('external:stripe:usd', 'usd', 'external:stripe', NULL, NULL, -400, 0),
                ('platform:costs:usd', 'usd', 'platform:costs', NULL, NULL, -100, 0),
                ('operator:${ID}01:available:usd', 'usd', 'operator:available', '${ID}01', '${ID}01', 500, 0);
            INSERT INTO payment (id, payer_id, units, currency, rail, stage, page, receipt, fee_units, fee_known,
                chargebacks, stage_at, given_back, attempts, created_at, updated_at, version)
            VALUES ('${ID}11', '${ID}01', 3000, 'usd', 'stripe', 'received', 'cs_test_1', 'pi_1', 100, true, '[]', now(), 500,
                0, now() - interval '9 days', now(), 1);
            INSERT INTO payout (id, source, payment_id, payee_id, gross_units, fee_units, currency, rail, stage, stage_at,
                attempts, created_at, updated_at, version)
            VALUES
                ('${ID}21', 'refund', '${ID}11', '${ID}01', 500, 0, 'usd', 'stripe', 'completed', now(), 1, now(), now(), 1),
                ('${ID}22', 'withdrawal', NULL, '${ID}01', 2000, 0, 'usd', 'stripe', 'completed', now(), 1, now(), now(), 1);
            INSERT INTO transfer (id, debit_account, credit_account, currency, amount, status, purpose, cause_kind, cause_id,
                made_at)
            VALUES
                ('${ID}31', 'external:stripe:usd', 'operator:${ID}01:available:usd', 'usd', 3000, 'posted', 'top_up',
                    'payment', '${ID}11', now()),
                ('${ID}32', 'platform:costs:usd', 'external:stripe:usd', 'usd', 100, 'posted', 'processor_fee', 'payment',
                    '${ID}11', now()),
                ('${ID}33', 'operator:${ID}01:available:usd', 'external:stripe:usd', 'usd', 500, 'posted', 'withdrawal',
                    'payout', '${ID}21', now()),
                ('${ID}34', 'operator:${ID}01:available:usd', 'external:stripe:usd', 'usd', 2000, 'posted', 'withdrawal',
                    'payout', '${ID}22', now() - interval '3 days');
            """;

    /** And 40.00 in live mode (12), of which 6.00 were withdrawn (23). */
    private static final String IN_LIVE_MODE =
            """
            UPDATE account SET balance = balance - 3400 WHERE kind = 'external:stripe';
            UPDATE account SET balance = balance + 3400 WHERE kind = 'operator:available';
            INSERT INTO payment (id, payer_id, units, currency, rail, stage, page, receipt, fee_units, fee_known,
                chargebacks, stage_at, given_back, attempts, created_at, updated_at, version)
            VALUES ('${ID}12', '${ID}01', 4000, 'usd', 'stripe', 'received', 'cs_live_1', 'pi_2', 0, true, '[]', now(), 0,
                0, now() - interval '2 days', now(), 1);
            INSERT INTO payout (id, source, payment_id, payee_id, gross_units, fee_units, currency, rail, stage, stage_at,
                attempts, created_at, updated_at, version)
            VALUES ('${ID}23', 'withdrawal', NULL, '${ID}01', 600, 0, 'usd', 'stripe', 'completed', now(), 1, now(), now(), 1);
            INSERT INTO transfer (id, debit_account, credit_account, currency, amount, status, purpose, cause_kind, cause_id,
                made_at)
            VALUES
                ('${ID}35', 'external:stripe:usd', 'operator:${ID}01:available:usd', 'usd', 4000, 'posted', 'top_up',
                    'payment', '${ID}12', now()),
                ('${ID}36', 'operator:${ID}01:available:usd', 'external:stripe:usd', 'usd', 600, 'posted', 'withdrawal',
                    'payout', '${ID}23', now());
            """;

    /** A page (13) over 7.00 of which nobody heard any more since the key is another. */
    private static final String OPEN_IN_TEST_MODE =
            """
            UPDATE account SET pending_out = 700 WHERE kind = 'external:stripe';
            INSERT INTO payment (id, payer_id, units, currency, rail, stage, page, url, expires_at, fee_units, fee_known,
                chargebacks, given_back, attempts, look_at, created_at, updated_at, version)
            VALUES ('${ID}13', '${ID}01', 700, 'usd', 'stripe', 'open', 'cs_test_2', 'https://checkout.example/2', now(), 0,
                false, '[]', 0, 9, now(), now() - interval '3 days', now(), 1);
            INSERT INTO transfer (id, debit_account, credit_account, currency, amount, status, purpose, cause_kind, cause_id,
                made_at)
            VALUES ('${ID}13', 'external:stripe:usd', 'operator:${ID}01:available:usd', 'usd', 700, 'pending', 'top_up',
                'payment', '${ID}13', now());
            """;

    private OldMarket market;

    @BeforeEach
    void marketBeforeItsModeWasKept() throws SQLException {
        market = OldMarket.on("26");
    }

    @AfterEach
    void close() throws SQLException {
        market.close();
    }

    @Test
    void realMoneyDecidesAndWhatWasPaidInTestModeIsPretended() throws SQLException {
        market.run(IN_TEST_MODE + IN_LIVE_MODE);

        market.upgrade();

        assertThat(market.rows("SELECT mode FROM rail_mode")).containsExactly("live");
        assertThat(
                        market.rows(
                                "SELECT kind, balance FROM account WHERE owner_id IS NULL ORDER BY 1"))
                .as("of 30.00 pretended ones 5.00 are left, and Stripe holds 34.00")
                .containsExactly(
                        "external:sandbox|-500", "external:stripe|-3400", "platform:costs|0");
        assertThat(movedThroughStripe())
                .as("nothing but what the live account has moved")
                .containsExactly("12|4000", "23|-600");
        assertThat(
                        market.rows(
                                """
                                SELECT right(cause_id::text, 2), debit_account, credit_account, amount, purpose
                                FROM transfer WHERE id > '${ID}99' ORDER BY 1, 4
                                """))
                .containsExactly(
                        "11|external:stripe:usd|platform:costs:usd|100|processor_fee",
                        "11|external:sandbox:usd|external:stripe:usd|3000|top_up",
                        "21|external:stripe:usd|external:sandbox:usd|500|withdrawal",
                        "22|external:stripe:usd|external:sandbox:usd|2000|withdrawal");
        assertThat(
                        market.rows(
                                "SELECT DISTINCT substr(id::text, 15, 1), id > '${ID}99' FROM transfer"))
                .as("ids in the order of time")
                .contains("7|t");
        assertThat(balancesThatTransfersDoNotAddUpTo()).isEmpty();
    }

    /** A night's comparison asked about it after V32, and will not be told anything. */
    @Test
    void nobodyIsAskedAboutWhatWasPaidInTestModeAnyMore() throws SQLException {
        market.run(IN_TEST_MODE + IN_LIVE_MODE);
        market.upgradeTo("32");
        market.run("UPDATE payment SET look_at = now(), attempts = 7");

        market.upgrade();

        assertThat(
                        market.rows(
                                """
                                SELECT page, look_at IS NULL, attempts, version FROM payment ORDER BY page
                                """))
                .containsExactly("cs_live_1|f|7|1", "cs_test_1|t|0|2");
    }

    @Test
    void pageOfTestModeIsOverWhereItsKeyIs() throws SQLException {
        market.run(IN_TEST_MODE + IN_LIVE_MODE + OPEN_IN_TEST_MODE);

        market.upgrade();

        assertThat(
                        market.rows(
                                """
                                SELECT stage, reason, look_at IS NULL, url IS NULL, version FROM payment
                                WHERE page = 'cs_test_2'
                                """))
                .containsExactly("ended|expired|t|t|2");
        assertThat(
                        market.rows(
                                "SELECT status, settled_at IS NOT NULL FROM transfer WHERE id = '${ID}13'"))
                .containsExactly("voided|t");
        assertThat(market.rows("SELECT pending_out FROM account WHERE kind = 'external:stripe'"))
                .containsExactly("0");
    }

    @Test
    void marketThatOnlyEverTriedIsLeftAsItIs() throws SQLException {
        market.run(IN_TEST_MODE + OPEN_IN_TEST_MODE);

        market.upgrade();

        assertThat(market.rows("SELECT mode FROM rail_mode")).containsExactly("test");
        assertThat(market.rows("SELECT kind, balance FROM account WHERE kind LIKE 'external:%'"))
                .containsExactly("external:stripe|-400");
        assertThat(movedThroughStripe()).containsExactly("11|2900", "21|-500", "22|-2000");
        assertThat(market.rows("SELECT stage FROM payment WHERE page = 'cs_test_2'"))
                .containsExactly("open");
    }

    /** As a comparison with Stripe's books reads it. */
    private List<String> movedThroughStripe() throws SQLException {
        return market.rows(
                """
                SELECT right(cause_id::text, 2), sum(CASE debit_account WHEN 'external:stripe:usd' THEN amount ELSE -amount END)
                FROM transfer WHERE status = 'posted' AND 'external:stripe:usd' IN (debit_account, credit_account)
                GROUP BY cause_id HAVING sum(CASE debit_account WHEN 'external:stripe:usd' THEN amount ELSE -amount END) <> 0
                ORDER BY 1
                """);
    }

    private List<String> balancesThatTransfersDoNotAddUpTo() throws SQLException {
        return market.rows(
                """
                SELECT code FROM account AS a WHERE balance <>
                    (SELECT coalesce(sum(CASE code WHEN credit_account THEN amount ELSE -amount END), 0)
                    FROM transfer WHERE code IN (debit_account, credit_account))
                """);
    }
}
