package io.guildhall.persistence.schema;

import static io.guildhall.domain.money.MoneyFixture.usd;

import io.guildhall.domain.party.Operator;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class StripeGuardsTest extends SchemaTest {

    private static final String ACCOUNT =
            "INSERT INTO payee_account (operator_id, key, country, reference, status, required,"
                    + " reason, usable_from, look_at, created_at, updated_at, version) VALUES"
                    + " (?, gen_random_uuid(), ";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "payee_account_country_check; 'de', NULL, 'requested', '{}', NULL, now(), NULL",
                "payee_account_status_check; 'DE', 'acct_g', 'gone', '{}', NULL, now(), NULL",
                "payee_account_known_once_opened; 'DE', NULL, 'payable', '{}', NULL, now(), NULL",
                "payee_account_known_once_opened; 'DE', 'acct_1', 'requested', '{}', NULL, now(), NULL",
                "payee_account_looked_at_once_opened; 'DE', NULL, 'requested', '{}', NULL, now(), now()",
                "payee_account_wanting; 'DE', 'acct_1', 'payable', '{tos}', NULL, now(), NULL"
            },
            quoteCharacter = '"')
    void payoutAccountIsWhole(String guard, String values) {
        assertRefused(guard, ACCOUNT + values + ", now(), now(), 0)", operator().id().value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "payment_stage_check; stage = 'lost', page = 'cs_l'",
                "payment_page_once_opened; stage = 'received', receipt = 'pi_9', stage_at = now(), look_at = NULL",
                "payment_open_whole; stage = 'open', page = 'cs_9'",
                "payment_receipt_of_received; receipt = 'pi_9'",
                "payment_reason_of_ended; reason = 'expired'",
                "payment_time_of_stage; stage_at = now()",
                "payment_asked_about; look_at = NULL",
                "payment_check; given_back = 2001",
                "payment_given_back_of_received; given_back = 1",
                "payment_fee_units_check; fee_units = -1",
                "payment_rail_check; rail = 'sandbox'"
            },
            quoteCharacter = '"')
    void paymentIsWhole(String guard, String change) {
        Payment payment = payment(operator());

        assertRefused(
                guard, "UPDATE payment SET " + change + " WHERE id = ?", payment.id().value());
        unit(() ->
                sql.change(
                        "UPDATE payment SET look_at = now() + interval '100 years' WHERE id = ?",
                        payment.id().value()));
    }

    @Test
    void onlyDebtsCostsAndTheWorldAreBelowZero() {
        for (String kind : new String[] {"operator:available", "platform:fees"}) {
            assertRefused(
                    "account_never_below_zero",
                    "INSERT INTO account (code, currency, kind, balance, pending_out)"
                            + " VALUES (?, 'usd', ?, -1, 0)",
                    ids.next() + ":usd",
                    kind);
        }
    }

    @Test
    void refundIsOfAPayment() {
        assertRefused(
                "payout_payment_of_refund",
                "INSERT INTO payout (id, source, payee_id, gross_units, fee_units, currency, rail,"
                        + " stage, due_at, attempts, created_at, updated_at, version) VALUES"
                        + " (gen_random_uuid(), 'refund', ?, 1, 0, 'usd', 'stripe', 'pending', now(),"
                        + " 0, now(), now(), 0)",
                operator().id().value());
    }

    @Test
    void noticeHasAnIdAndAType() {
        assertRefused(
                "rail_notice_id_check",
                "INSERT INTO rail_notice (id, type, body, received_at) VALUES ('', 't', '', now())");
    }

    private Payment payment(Operator payer) {
        Payment payment =
                Payment.request(
                        new PaymentId(ids.next()),
                        payer.id(),
                        usd(2_000),
                        null,
                        Rail.STRIPE,
                        clock.instant());
        unit(() -> ports.payments().add(payment));
        return payment;
    }
}
