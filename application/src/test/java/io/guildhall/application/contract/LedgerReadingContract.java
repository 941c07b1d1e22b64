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
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                .containsExactly(
                        open,
                        posted.settled(POSTED, clock.instant()),
                        voided.settled(VOIDED, clock.instant()));
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

    @Test
    public void statementLeadsFromWhatThereWasToWhatThereIs() {
        Operator ann = operatorWith(usd(1_000));
        clock.advance(Duration.ofDays(1));
        Instant from = clock.instant();
        Account escrow = escrowOf(ann);
        post(move(available(ann), escrow, usd(400)));
        post(move(escrow, available(operatorWith(usd(1))), usd(300)));
        post(pending(available(ann), Account.externalSandbox(USD), usd(30)));
        clock.advance(Duration.ofDays(1));
        Instant to = clock.instant();
        post(move(available(ann), escrow, usd(7)));

        Statement statement = statement(ann, from, to, 10).orElseThrow();

        assertThat(statement.opening()).isEqualTo(usd(1_000));
        assertThat(statement.entries())
                .extracting(Entry::amount)
                .containsExactly(usd(-400), usd(400), usd(-300));
        assertThat(statement.closing()).isEqualTo(usd(700));
        assertThat(statement(ann, from, to, 1)).isEmpty();
        assertThat(statement(ann, to.plusSeconds(1), to.plusSeconds(2), 1).orElseThrow().entries())
                .isEmpty();
        assertThat(statement(operator(), from, to, 10).orElseThrow().closing()).isEqualTo(usd(0));
    }

    @Test
    public void whatWasPendingCountsFromWhenItsOutcomeWasKnown() {
        Operator ann = operatorWith(usd(1_000));
        clock.advance(Duration.ofDays(1));
        Instant from = clock.instant();
        Account outside = Account.externalSandbox(USD);
        Transfer outgoing = pending(available(ann), outside, usd(300));
        Transfer coming = pending(outside, available(ann), usd(50));
        Transfer never = pending(outside, available(ann), usd(70));
        post(outgoing, coming, never);
        post(move(available(ann), escrowOf(ann), usd(400)));
        clock.advance(Duration.ofDays(1));
        Instant to = clock.instant();
        Statement before = statement(ann, from, to, 10).orElseThrow();
        settle(coming.id(), POSTED);
        settle(never.id(), VOIDED);
        clock.advance(Duration.ofDays(1));
        settle(outgoing.id(), POSTED);
        clock.advance(Duration.ofDays(1));

        Statement after = statement(ann, to, clock.instant(), 10).orElseThrow();

        assertThat(statement(ann, from, to, 10)).contains(before);
        assertThat(before.closing()).isEqualTo(usd(1_000)).isEqualTo(after.opening());
        assertThat(after.entries()).extracting(Entry::amount).containsExactly(usd(50), usd(-300));
        Balance balance = balances(ann).getFirst();
        assertThat(after.closing())
                .isEqualTo(balance.available().plus(balance.held()).plus(balance.inTransit()))
                .isEqualTo(usd(750));
    }

    @Test
    public void whatMovedThroughTheWorldIsToldByItsCause() {
        Operator ann = operator();
        Account outside = Account.externalStripe(USD);
        Transfer in = move(outside, available(ann), usd(1_000));
        Transfer out = move(available(ann), outside, usd(30));
        post(in, out);
        Transfer waiting = pending(available(ann), outside, usd(40));
        post(waiting);

        Map<Subject, Money> moved = unit(() -> ports().ledger().movedThrough(outside));

        assertThat(moved.get(in.cause())).isEqualTo(usd(970));
        settle(waiting.id(), VOIDED);
        post(move(available(ann), outside, usd(970)));
        assertThat(unit(() -> ports().ledger().movedThrough(outside)))
                .as("what comes to nothing is left out")
                .doesNotContainKey(in.cause());
    }

    @Test
    public void debtsAreFoundThatCanBePaid() {
        Operator ann = operatorWith(usd(1_000));
        Account debt = Account.debt(ann.id(), USD);
        post(move(debt, Account.externalStripe(USD), usd(10)));
        assertThat(payableDebts()).contains(debt);

        Transfer waiting = pending(available(ann), Account.externalStripe(USD), usd(1_000));
        post(waiting);
        assertThat(payableDebts()).as("nothing is left to pay it with").doesNotContain(debt);

        settle(waiting.id(), VOIDED);
        assertThat(payableDebts()).contains(debt);
        post(move(available(ann), debt, usd(10)));
        assertThat(payableDebts()).as("nothing is owed any more").doesNotContain(debt);
    }

    @Test
    public void debtInOneCurrencyIsNotPaidInAnother() {
        Operator ann = operatorWith(usd(1_000));
        Account debt = Account.debt(ann.id(), USDC);
        post(move(debt, Account.externalSandbox(USDC), usdc(10)));

        assertThat(payableDebts()).doesNotContain(debt);
    }

    private List<Account> payableDebts() {
        return unit(() -> ports().ledger().payableDebts(1_000));
    }

    private Optional<Statement> statement(Operator operator, Instant from, Instant to, int max) {
        return unit(() -> ports().ledger().statement(operator.id(), USD, from, to, max));
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
