package io.guildhall.persistence.contract;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.contract.LedgerReadingContract;
import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class PostgresLedgerReadingTest extends LedgerReadingContract {

    private static final int ENDED = 150;

    @Inject PostgresPortsUnderTest ports;
    @Inject Sql sql;

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }

    @Test
    @TestTransaction
    void balanceIsReadFromAccountsInUseAlone() {
        Operator ann = operator();
        Account available = Account.available(ann.id(), Currency.USD);
        move(Account.externalSandbox(Currency.USD), available, usd(10_000));
        for (int number = 0; number < ENDED; number++) {
            Account ended = escrow(ann);
            move(available, ended, usd(100));
            move(ended, available, usd(100));
        }
        move(available, escrow(ann), usd(4_000));
        // So small a table would rather be read whole.
        sql.change("SET LOCAL enable_seqscan = off");
        long before = counted("seq_tup_read + idx_tup_fetch");

        Balance balance = ports.ledger().balancesOf(ann.id()).getFirst();

        assertThat(counted("seq_tup_read + idx_tup_fetch") - before).isLessThan(20);
        assertThat(balance.available()).isEqualTo(usd(6_000));
        assertThat(balance.held()).isEqualTo(usd(4_000));
    }

    /** Otherwise each claim's stake and each reward would cost an entry in every index. */
    @Test
    @TestTransaction
    void balanceThatChangesIsWrittenIntoNoIndexWhileSomethingLiesThere() {
        Operator ann = operator();
        Account available = Account.available(ann.id(), Currency.USD);
        move(Account.externalSandbox(Currency.USD), available, usd(10_000));
        Account escrow = escrow(ann);
        move(available, escrow, usd(100));
        long before = counted("n_tup_hot_upd");

        for (int number = 0; number < 5; number++) {
            move(available, escrow, usd(100));
        }

        assertThat(counted("n_tup_hot_upd") - before).isGreaterThan(5);
    }

    private Account escrow(Operator poster) {
        return Account.escrow(openBounty(poster).id(), poster.id(), Currency.USD);
    }

    private void move(Account from, Account to, Money amount) {
        OperatorId holder =
                Objects.requireNonNull(from.holder() == null ? to.holder() : from.holder());
        ports.ledger()
                .post(
                        List.of(
                                new Transfer(
                                        new TransferId(ids.next()),
                                        from,
                                        to,
                                        amount,
                                        TransferStatus.POSTED,
                                        Purpose.ESCROW,
                                        new Subject(Subject.Kind.OPERATOR, holder.value()),
                                        clock.instant())));
    }

    /** Of the accounts, in this transaction. */
    private long counted(String what) {
        return sql.first(
                        "SELECT %s AS counted FROM pg_stat_xact_user_tables WHERE relname = 'account'"
                                .formatted(what),
                        row -> row.number("counted"))
                .orElseThrow();
    }
}
