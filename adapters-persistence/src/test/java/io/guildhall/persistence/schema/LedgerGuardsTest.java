package io.guildhall.persistence.schema;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.Subject;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class LedgerGuardsTest extends SchemaTest {

    private static final Account OUTSIDE = Account.externalSandbox(Currency.USD);

    private static final String TWO_FOR_ONE_CAUSE =
            """
            INSERT INTO transfer SELECT more.id, debit_account, credit_account, currency, amount,
                status, more.purpose, cause_kind, cause_id, debit_holder, credit_holder, made_at
            FROM transfer, (VALUES (?::uuid, ?), (?::uuid, ?)) AS more (id, purpose)
            WHERE transfer.id = ?
            """;

    private Operator ann;
    private Account annsMoney;
    private Transfer posted;
    private Transfer pending;

    @BeforeEach
    void money() {
        ann = operator();
        annsMoney = Account.available(ann.id(), Currency.USD);
        posted = transfer(OUTSIDE, annsMoney, 1_000, TransferStatus.POSTED);
        pending = transfer(annsMoney, OUTSIDE, 300, TransferStatus.PENDING);
        unit(() -> {
            ports.ledger().post(List.of(posted));
            ports.ledger().post(List.of(pending));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "balance = 299",
                "balance = -1, pending_out = 0",
                "pending_out = 1001",
                "pending_out = -1",
                "kind = 'pocket'",
                "currency = 'eur'",
                "currency = 'usdc'",
                "holder_id = '00000000-0000-0000-0000-000000000000'"
            })
    void accountCannotHave(String broken) {
        assertRefused(
                "account", "UPDATE account SET " + broken + " WHERE code = ?", annsMoney.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'operator:in-transit'",
                "kind = 'platform:fees'",
                "owner_id = gen_random_uuid()",
                "owner_id = NULL",
                "owner_id = NULL, code = 'operator:available:usd'",
                "code = 'operator:nobody:available:usd'"
            })
    void codeOfAnAccountTellsItsKindAndItsOwner(String broken) {
        assertRefused(
                "account_tells_its_kind",
                "UPDATE account SET " + broken + " WHERE code = ?",
                annsMoney.code());
    }

    @Test
    void codeOfThePlatformsOwnAccountsNamesNobody() {
        for (String broken : List.of("owner_id = gen_random_uuid()", "kind = 'external:chain'")) {
            assertRefused(
                    "account_tells_its_kind",
                    "UPDATE account SET " + broken + " WHERE code = ?",
                    OUTSIDE.code());
        }
    }

    @Test
    void onlyTheOutsideStandsBelowZero() {
        unit(() ->
                assertThat(
                                sql.change(
                                        "UPDATE account SET balance = balance WHERE code = ?",
                                        OUTSIDE.code()))
                        .isEqualTo(1));
        assertThat(ports.ledger().spendable(OUTSIDE).units()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount = 1",
                "debit_account = credit_account",
                "purpose = 'fee'",
                "status = 'posted'",
                "status = 'voided'",
                "status = 'pending'",
                "made_at = now()",
                "settled_at = now()",
                "cause_id = gen_random_uuid()"
            })
    void postedTransferIsNeverChanged(String change) {
        assertRefused(
                "never changed",
                "UPDATE transfer SET " + change + " WHERE id = ?",
                posted.id().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount = 1",
                "status = 'posted', amount = 1, settled_at = now()",
                "status = 'voided', made_at = now(), settled_at = now()",
                "status = 'posted'",
                "settled_at = now()",
                "status = 'pending'"
            })
    void pendingTransferOnlyGetsItsOutcome(String change) {
        assertRefused(
                "never changed",
                "UPDATE transfer SET " + change + " WHERE id = ?",
                pending.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"posted", "voided"})
    void outcomeComesOnce(String outcome) {
        String settle =
                "UPDATE transfer SET settled_at = now(), status = '" + outcome + "' WHERE id = ?";

        assertThatThrownBy(() ->
                        unit(() -> {
                            assertThat(sql.change(settle, pending.id().value())).isEqualTo(1);
                            sql.change(settle, pending.id().value());
                        }))
                .hasMessageContaining("never changed");
    }

    @Test
    void transfersAreNeverRemoved() {
        assertRefused("never changed", "DELETE FROM transfer WHERE id = ?", posted.id().value());
        assertRefused("never changed", "TRUNCATE transfer");
        assertRefused("never changed", "TRUNCATE transfer CASCADE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debit_account, debit_account, currency, amount, status",
                "debit_account, credit_account, 'usdc', amount, status",
                "debit_account, 'operator:nobody:available:usd', currency, amount, status",
                "debit_account, credit_account, currency, 0, status",
                "debit_account, credit_account, currency, -5, status",
                "debit_account, credit_account, currency, amount, 'lost'"
            })
    void transferIsWholeFromTheStart(String broken) {
        assertRefused(
                "transfer_",
                "INSERT INTO transfer SELECT ?, "
                        + broken
                        + ", purpose, cause_kind, cause_id, debit_holder, credit_holder, made_at"
                        + " FROM transfer WHERE id = ?",
                ids.next(),
                posted.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"payout", "fee"})
    void causeIsPaidForOnce(String purpose) {
        assertRefused(
                "transfer_paid_once",
                TWO_FOR_ONE_CAUSE,
                ids.next(),
                purpose,
                ids.next(),
                purpose,
                posted.id().value());
    }

    @ParameterizedTest
    @CsvSource({
        "stake, stake, transfer_staked_once",
        "stake_return, stake_return, transfer_stake_ended_once",
        "stake_forfeit, stake_forfeit, transfer_stake_ended_once",
        "stake_return, stake_forfeit, transfer_stake_ended_once",
        "return, return, transfer_returned_once"
    })
    void stakesAndReturnsHappenOnce(String purpose, String again, String guard) {
        assertRefused(
                guard,
                TWO_FOR_ONE_CAUSE,
                ids.next(),
                purpose,
                ids.next(),
                again,
                posted.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'bribe', cause_kind", "purpose, 'mood'"})
    void transferHasAKnownReason(String reason) {
        assertRefused(
                "_check",
                "INSERT INTO transfer SELECT ?, debit_account, credit_account, currency, amount, status, "
                        + reason
                        + ", cause_id, debit_holder, credit_holder, made_at FROM transfer WHERE id = ?",
                ids.next(),
                posted.id().value());
    }

    @Test
    void proofNamesAnAccountThatSomebodyHasChangedByHand() {
        unit(() -> {
            sql.change(
                    "UPDATE account SET balance = balance + 7, pending_out = pending_out + 2 WHERE code = ?",
                    annsMoney.code());
        });
        var tampered = ports.ledger().prove();
        unit(() -> {
            sql.change(
                    "UPDATE account SET balance = balance - 7, pending_out = pending_out - 2 WHERE code = ?",
                    annsMoney.code());
        });

        assertThat(tampered.balances()).isFalse();
        assertThat(tampered.differences())
                .extracting(difference -> difference.account())
                .containsExactlyInAnyOrder(annsMoney.code(), annsMoney.code() + " (pending)");
        assertThat(ports.ledger().prove().balances()).isTrue();
    }

    private Transfer transfer(Account debit, Account credit, long cents, TransferStatus status) {
        return new Transfer(
                new TransferId(ids.next()),
                debit,
                credit,
                usd(cents),
                status,
                Purpose.TOP_UP,
                new Subject(Subject.Kind.OPERATOR, ann.id().value()),
                clock.instant());
    }
}
