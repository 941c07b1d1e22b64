package io.guildhall.domain.ledger;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.money.Currency.USD;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransferTest {

    private static final Instant LATER = NOW.plus(Duration.ofDays(1));
    private static final Account AVAILABLE = Account.available(ANN, USD);
    private static final Account ESCROW = Account.escrow(BOUNTY, ANN, USD);

    @Test
    void accountIsNamedByItsOwnerAndRole() {
        assertThat(AVAILABLE.code()).isEqualTo("operator:" + ANN + ":available:usd");
        assertThat(ESCROW.code()).isEqualTo("bounty:" + BOUNTY + ":escrow:usd");
        assertThat(Account.externalSandbox(Currency.USDC).code())
                .isEqualTo("external:sandbox:usdc");
        assertThat(Account.platformFees(USD).code()).isEqualTo("platform:fees:usd");
        assertThat(Account.stake(CLAIM, BOB, USD).code())
                .isEqualTo("claim:" + CLAIM + ":stake:usd");
        assertThat(Account.stake(CLAIM, BOB, USD).holder()).isEqualTo(BOB);
        assertThat(Account.platformTreasury(USD).code()).isEqualTo("platform:treasury:usd");
    }

    @Test
    void transferMovesAPositiveAmountBetweenTwoAccountsOfOneCurrency() {
        assertThatThrownBy(() -> transfer(AVAILABLE, ESCROW, usd(0), TransferStatus.POSTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transfer(AVAILABLE, ESCROW, usd(-1), TransferStatus.POSTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transfer(AVAILABLE, AVAILABLE, usd(1), TransferStatus.POSTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transfer(AVAILABLE, ESCROW, usdc(1), TransferStatus.POSTED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAPendingTransferGetsAnOutcome() {
        for (TransferStatus status : TransferStatus.values()) {
            for (TransferStatus outcome : TransferStatus.values()) {
                Transfer transfer = transfer(AVAILABLE, ESCROW, usd(1), status);
                if (status == TransferStatus.PENDING && outcome != TransferStatus.PENDING) {
                    Transfer settled = transfer.settled(outcome, LATER);
                    assertThat(settled.status()).isEqualTo(outcome);
                    assertThat(settled.countsFrom()).isEqualTo(LATER);
                } else {
                    assertThat(transfer.countsFrom()).isEqualTo(NOW);
                    assertThatThrownBy(() -> transfer.settled(outcome, LATER))
                            .isInstanceOf(IllegalStateException.class);
                }
            }
        }
    }

    @Test
    void proofFailsWhenACurrencyDoesNotAddUpToNothing() {
        var owed = new LedgerProof.Total(Account.Kind.EXTERNAL_SANDBOX, USD, 1, -100);
        var owned = new LedgerProof.Total(Account.Kind.OPERATOR_AVAILABLE, USD, 2, 100);
        var otherCurrency =
                new LedgerProof.Total(Account.Kind.OPERATOR_AVAILABLE, Currency.USDC, 2, 100);
        var difference = new LedgerProof.Difference("platform:fees:usd", 1, 2);

        assertThat(new LedgerProof(NOW, List.of(owed, owned), 3, List.of()).balances()).isTrue();
        assertThat(new LedgerProof(NOW, List.of(owed), 3, List.of()).balances()).isFalse();
        assertThat(new LedgerProof(NOW, List.of(owed, otherCurrency), 3, List.of()).balances())
                .isFalse();
        assertThat(new LedgerProof(NOW, List.of(owed, owned), 3, List.of(difference)).balances())
                .isFalse();
    }

    private static Transfer transfer(
            Account debit, Account credit, Money amount, TransferStatus status) {
        return new Transfer(
                new TransferId(new UUID(0, 1)),
                debit,
                credit,
                amount,
                status,
                Purpose.ESCROW,
                new Subject(Subject.Kind.BOUNTY, BOUNTY.value()),
                NOW);
    }
}
