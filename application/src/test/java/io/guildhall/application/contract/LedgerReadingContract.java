package io.guildhall.application.contract;

import static io.guildhall.domain.ledger.TransferStatus.POSTED;
import static io.guildhall.domain.ledger.TransferStatus.VOIDED;
import static io.guildhall.domain.money.Currency.USD;
import static io.guildhall.domain.money.Currency.USDC;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of Ledger tells of the money: balances, entries and the proof. */
public abstract class LedgerReadingContract extends LedgerMoves {

    @Test
    public void balanceTellsWhatIsFreeHeldAndOnItsWay() {
        Operator ann = operatorWith(usd(10_000));
        Account inTransit = Account.inTransit(ann.id(), USD);
        post(move(available(ann), escrowOf(ann), usd(1_500)));
        post(move(available(ann), escrowOf(ann), usd(2_500)));
        Transfer outgoing = pending(inTransit, Account.externalSandbox(USD), usd(700));
        post(move(available(ann), inTransit, usd(700)), outgoing);

        assertThat(balances(ann))
                .containsExactly(
                        new Balance(USD, usd(5_300), usd(4_000), usd(700)),
                        new Balance(USDC, usdc(0), usdc(0), usdc(0)));

        settle(outgoing.id(), POSTED);
        assertThat(balances(ann).getFirst())
                .isEqualTo(new Balance(USD, usd(5_300), usd(4_000), usd(0)));
    }

    @Test
    public void stakesCountAsHeld() {
        Operator bob = operatorWith(usd(10_000));
        post(move(available(bob), escrowOf(bob), usd(1_500)));
        post(move(available(bob), stakeOf(bob), usd(500), Purpose.STAKE));

        assertThat(balances(bob).getFirst())
                .isEqualTo(new Balance(USD, usd(8_000), usd(2_000), usd(0)));
        assertThat(entries(bob, 1)).extracting(Entry::amount).containsExactly(usd(-500), usd(500));
    }

    @Test
    public void balanceIsInTheCurrencyOfTheMoney() {
        Operator ann = operatorWith(usdc(300));

        assertThat(balances(ann))
                .containsExactly(
                        new Balance(USD, usd(0), usd(0), usd(0)),
                        new Balance(USDC, usdc(300), usdc(0), usdc(0)));
    }

    @Test
    public void transfersAreFoundByWhatCausedThemOldestFirst() {
        Operator ann = operatorWith(usd(1_000));
        Transfer first = move(available(ann), escrowOf(ann), usd(400));
        Transfer second = move(available(ann), escrowOf(ann), usd(300));
        post(first);
        post(second);
        Subject nobody = new Subject(Subject.Kind.BOUNTY, ids.next());
        List<Subject> causes = List.of(nobody, second.cause(), first.cause());

        assertThat(unit(() -> ports().ledger().causedBy(causes, 10)))
                .containsSubsequence(first, second);
        assertThat(unit(() -> ports().ledger().causedBy(causes, 1))).hasSize(1);
        assertThat(unit(() -> ports().ledger().causedBy(List.of(nobody), 10))).isEmpty();
    }

    @Test
    public void entriesAreTheOperatorsOwnNewestFirst() {
        Operator ann = operatorWith(usd(1_000));
        Operator bob = operatorWith(usd(1));
        Account escrow = escrowOf(ann);
        Transfer held = move(available(ann), escrow, usd(400));
        post(held);
        Transfer paid = move(escrow, available(bob), usd(300));
        post(paid);

        List<Entry> entries = entries(ann, 10);

        assertThat(entries).hasSize(4);
        assertThat(entries.get(0)).isEqualTo(new Entry(paid, escrow, available(bob), usd(-300)));
        assertThat(entries.get(1)).isEqualTo(new Entry(held, available(ann), escrow, usd(-400)));
        assertThat(entries.get(2)).isEqualTo(new Entry(held, escrow, available(ann), usd(400)));
        assertThat(entries.get(3).amount()).isEqualTo(usd(1_000));
        assertThat(entries(bob, 10)).extracting(Entry::amount).containsExactly(usd(300), usd(1));
        assertThat(entries(operator(), 10)).isEmpty();
    }

    @Test
    public void entryShowsWhatBecameOfItsTransfer() {
        Operator ann = operatorWith(usd(1_000));
        Transfer voided = pending(available(ann), Account.externalSandbox(USD), usd(10));
        Transfer posted = pending(available(ann), Account.externalSandbox(USD), usd(20));
        Transfer open = pending(available(ann), Account.externalSandbox(USD), usd(30));
        post(voided, posted, open);

        settle(voided.id(), VOIDED);
        settle(posted.id(), POSTED);

        assertThat(entries(ann, 3))
                .extracting(Entry::transfer)
                .containsExactly(open, posted.settled(POSTED), voided.settled(VOIDED));
    }

    @Test
    public void pagesNeverPartTheTwoEntriesOfATransfer() {
        Operator ann = operatorWith(usd(1_000));
        Account escrow = escrowOf(ann);
        for (int cents = 1; cents <= 4; cents++) {
            post(move(available(ann), escrow, usd(cents)));
        }

        List<Entry> read =
                pageByPage(
                        page -> ports().ledger().entriesOf(ann.id(), page),
                        entry -> entry.transfer().id().value());

        assertThat(read)
                .extracting(Entry::amount)
                .containsExactly(
                        usd(-4),
                        usd(4),
                        usd(-3),
                        usd(3),
                        usd(-2),
                        usd(2),
                        usd(-1),
                        usd(1),
                        usd(1_000));
        assertThat(entries(ann, 1)).hasSize(2);
    }

    @Test
    public void proofCountsEveryTransfer() {
        Operator ann = operatorWith(usd(1_000));
        LedgerProof before = proof();
        Account fees = Account.platformFees(USD);
        Transfer pending = pending(available(ann), fees, usd(5));

        post(move(available(ann), fees, usd(7)), pending);

        LedgerProof after = proof();
        assertThat(before.balances()).isTrue();
        assertThat(after.balances()).isTrue();
        assertThat(after.differences()).isEmpty();
        assertThat(after.transfers()).isGreaterThan(before.transfers());
        assertThat(total(after, Account.Kind.PLATFORM_FEES))
                .isEqualTo(total(before, Account.Kind.PLATFORM_FEES) + 7);
        assertThat(total(after, Account.Kind.OPERATOR_AVAILABLE))
                .isEqualTo(total(before, Account.Kind.OPERATOR_AVAILABLE) - 7);
        assertThat(total(after, Account.Kind.EXTERNAL_SANDBOX)).isNegative();

        settle(pending.id(), POSTED);

        assertThat(total(proof(), Account.Kind.PLATFORM_FEES))
                .isEqualTo(total(before, Account.Kind.PLATFORM_FEES) + 12);
    }

    private List<Balance> balances(Operator operator) {
        return unit(() -> ports().ledger().balancesOf(operator.id()));
    }

    private List<Entry> entries(Operator operator, int limit) {
        return unit(() -> ports().ledger().entriesOf(operator.id(), PageRequest.first(limit)))
                .items();
    }

    private LedgerProof proof() {
        return unit(() -> ports().ledger().prove());
    }

    private static long total(LedgerProof proof, Account.Kind kind) {
        return proof.totals().stream()
                .filter(total -> total.kind() == kind && total.currency() == USD)
                .mapToLong(LedgerProof.Total::units)
                .sum();
    }
}
