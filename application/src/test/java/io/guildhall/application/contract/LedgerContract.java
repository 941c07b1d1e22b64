package io.guildhall.application.contract;

import static io.guildhall.domain.ledger.TransferStatus.PENDING;
import static io.guildhall.domain.ledger.TransferStatus.POSTED;
import static io.guildhall.domain.ledger.TransferStatus.VOIDED;
import static io.guildhall.domain.money.Currency.USD;
import static io.guildhall.domain.money.Currency.USDC;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.ledger.Debts;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.LedgerError.InsufficientFunds;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * How every implementation of Ledger moves money; what can be read of it is a contract of its own.
 */
public abstract class LedgerContract extends LedgerMoves {

    private static final Duration LONG_ENOUGH_TO_BE_SEEN = Duration.ofMillis(200);

    @Test
    public void moneyMovesFromOneAccountToTheOther() {
        Operator ann = operatorWith(usd(10_000));
        Account escrow = escrowOf(ann);

        post(move(available(ann), escrow, usd(4_000)));

        assertThat(spendable(available(ann))).isEqualTo(usd(6_000));
        assertThat(spendable(escrow)).isEqualTo(usd(4_000));
    }

    @Test
    public void unusedAccountHasNothing() {
        Operator ann = operator();

        assertThat(spendable(available(ann))).isEqualTo(usd(0));
        assertThat(spendable(Account.available(ann.id(), USDC))).isEqualTo(usdc(0));
    }

    @Test
    public void currenciesAreKeptApart() {
        Operator ann = operatorWith(usd(100));
        Account inUsdc = Account.available(ann.id(), USDC);

        post(move(Account.externalSandbox(USDC), inUsdc, usdc(200)));

        assertThat(spendable(available(ann))).isEqualTo(usd(100));
        assertThat(spendable(inUsdc)).isEqualTo(usdc(200));
    }

    @Test
    public void severalTransfersMoveTogether() {
        Operator ann = operatorWith(usd(15_000));
        Operator bob = operator();
        Account escrow = escrowOf(ann);
        Account fees = Account.platformFees(USD);
        Money feesBefore = spendable(fees);
        post(move(available(ann), escrow, usd(15_000)));

        post(move(escrow, available(bob), usd(13_500)), move(escrow, fees, usd(1_500)));

        assertThat(spendable(escrow)).isEqualTo(usd(0));
        assertThat(spendable(available(bob))).isEqualTo(usd(13_500));
        assertThat(spendable(fees)).isEqualTo(feesBefore.plus(usd(1_500)));
    }

    @Test
    public void whatComesInWithTheSameCallCanGoOutAgain() {
        Operator ann = operatorWith(usd(500));
        Account inTransit = Account.inTransit(ann.id(), USD);

        post(
                move(available(ann), inTransit, usd(500)),
                pending(inTransit, Account.externalSandbox(USD), usd(500)));

        assertThat(spendable(available(ann))).isEqualTo(usd(0));
        assertThat(spendable(inTransit)).isEqualTo(usd(0));
    }

    @Test
    public void whatABalanceDoesNotCoverIsRefusedAndNothingMoves() {
        Operator ann = operatorWith(usd(1_000));
        Operator bob = operator();
        Transfer covered = move(available(ann), available(bob), usd(1_000));
        Transfer uncovered = move(available(bob), escrowOf(bob), usd(1_001));

        assertThatThrownBy(() -> post(covered, uncovered))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.error())
                                        .isEqualTo(
                                                new InsufficientFunds(available(bob), usd(1_001))));

        assertThat(spendable(available(ann))).isEqualTo(usd(1_000));
        assertThat(spendable(available(bob))).isEqualTo(usd(0));
        assertProven();
        post(covered);
        assertThat(spendable(available(bob))).isEqualTo(usd(1_000));
    }

    @Test
    public void onlyTheOutsideMayOweMoney() {
        Operator ann = operator();
        Account outside = Account.externalSandbox(USD);
        for (Account account :
                List.of(available(ann), Account.inTransit(ann.id(), USD), escrowOf(ann))) {
            assertThatThrownBy(() -> post(move(account, outside, usd(1))))
                    .isInstanceOf(RefusedException.class);
        }

        post(move(outside, available(ann), usd(1)));

        assertThat(spendable(available(ann))).isEqualTo(usd(1));
    }

    @Test
    public void stakeOfAClaimIsLockedOnceAndEndsOnce() {
        Operator bob = operatorWith(usd(1_000));
        Account stake = stakeOf(bob);
        Account treasury = Account.platformTreasury(USD);
        post(move(available(bob), stake, usd(300), Purpose.STAKE));

        assertThatThrownBy(() -> post(move(available(bob), stake, usd(300), Purpose.STAKE)))
                .isNotInstanceOf(RefusedException.class);

        post(move(stake, available(bob), usd(100), Purpose.STAKE_RETURN));

        assertThatThrownBy(() -> post(move(stake, treasury, usd(200), Purpose.STAKE_FORFEIT)))
                .isNotInstanceOf(RefusedException.class);
        assertThat(spendable(stake)).isEqualTo(usd(200));
        assertProven();
    }

    @Test
    public void stakeIsLockedAndComesBackOrIsForfeited() {
        Operator bob = operatorWith(usd(1_000));
        Account treasury = Account.platformTreasury(USD);
        Money treasuryBefore = spendable(treasury);
        Account returned = stakeOf(bob);
        Account forfeited = stakeOf(bob);

        post(
                move(available(bob), returned, usd(300), Purpose.STAKE),
                move(available(bob), forfeited, usd(200), Purpose.STAKE));
        assertThat(spendable(available(bob))).isEqualTo(usd(500));
        assertThat(spendable(returned)).isEqualTo(usd(300));
        assertThatThrownBy(() -> post(move(returned, treasury, usd(301), Purpose.STAKE_FORFEIT)))
                .isInstanceOf(RefusedException.class);

        post(move(returned, available(bob), usd(300), Purpose.STAKE_RETURN));
        post(move(forfeited, treasury, usd(200), Purpose.STAKE_FORFEIT));

        assertThat(spendable(available(bob))).isEqualTo(usd(800));
        assertThat(spendable(returned)).isEqualTo(usd(0));
        assertThat(spendable(forfeited)).isEqualTo(usd(0));
        assertThat(spendable(treasury)).isEqualTo(treasuryBefore.plus(usd(200)));
        assertProven();
    }

    @Test
    public void withdrawalThatCameBackCanBeSpentAgain() {
        Operator bob = operatorWith(usd(1_000));
        Account inTransit = Account.inTransit(bob.id(), USD);
        Transfer outgoing = pending(inTransit, Account.externalSandbox(USD), usd(700));
        post(move(available(bob), inTransit, usd(700)), outgoing);

        unit(() -> {
            ports().ledger().settle(outgoing.id(), VOIDED, clock.instant());
            ports().ledger()
                    .post(List.of(move(inTransit, available(bob), usd(700), Purpose.RETURN)));
        });

        assertThat(spendable(available(bob))).isEqualTo(usd(1_000));
        assertThat(spendable(inTransit)).isEqualTo(usd(0));
        assertProven();
    }

    @Test
    public void transferIsPostedOnce() {
        Operator ann = operatorWith(usd(1_000));
        Transfer transfer = move(available(ann), escrowOf(ann), usd(100));
        post(transfer);

        assertThatThrownBy(() -> post(transfer)).isInstanceOf(RuntimeException.class);

        assertThat(spendable(available(ann))).isEqualTo(usd(900));
    }

    @Test
    public void moneyOnItsWayOutCannotBeSpentAndIsNotThereYet() {
        Operator ann = operatorWith(usd(1_000));
        Operator bob = operator();

        post(pending(available(ann), available(bob), usd(600)));

        assertThat(spendable(available(ann))).isEqualTo(usd(400));
        assertThat(spendable(available(bob))).isEqualTo(usd(0));
        assertThatThrownBy(() -> post(move(available(ann), escrowOf(ann), usd(401))))
                .isInstanceOf(RefusedException.class);
        assertProven();
    }

    @Test
    public void postedOutcomeMovesTheMoney() {
        Operator ann = operatorWith(usd(1_000));
        Operator bob = operator();
        Transfer pending = pending(available(ann), available(bob), usd(600));
        post(pending);

        settle(pending.id(), POSTED);

        assertThat(spendable(available(ann))).isEqualTo(usd(400));
        assertThat(spendable(available(bob))).isEqualTo(usd(600));
        assertProven();
    }

    @Test
    public void voidedOutcomeGivesTheMoneyBack() {
        Operator ann = operatorWith(usd(1_000));
        Operator bob = operator();
        Transfer pending = pending(available(ann), available(bob), usd(600));
        post(pending);

        settle(pending.id(), VOIDED);

        assertThat(spendable(available(ann))).isEqualTo(usd(1_000));
        assertThat(spendable(available(bob))).isEqualTo(usd(0));
        assertProven();
    }

    @Test
    public void onlyAPendingTransferHasAnOutcomeAndOnlyOne() {
        Operator ann = operatorWith(usd(1_000));
        Operator bob = operator();
        for (TransferStatus first : List.of(POSTED, VOIDED)) {
            for (TransferStatus second : TransferStatus.values()) {
                Transfer settled = pending(available(ann), available(bob), usd(100));
                post(settled);
                settle(settled.id(), first);

                assertThatThrownBy(() -> settle(settled.id(), second))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
        Transfer open = pending(available(ann), available(bob), usd(100));
        Transfer posted = move(available(ann), available(bob), usd(100));
        post(open, posted);

        assertThatThrownBy(() -> settle(open.id(), PENDING))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> settle(posted.id(), VOIDED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> settle(new TransferId(ids.next()), POSTED))
                .isInstanceOf(IllegalStateException.class);
        assertThat(spendable(available(ann))).isEqualTo(usd(500));
        assertThat(spendable(available(bob))).isEqualTo(usd(400));
        assertProven();
    }

    @Test
    public void nothingMovesWhenTheUnitOfWorkFails() {
        Operator ann = operatorWith(usd(1_000));
        Account escrow = escrowOf(ann);

        assertThatThrownBy(() ->
                        unit(() -> {
                            ports().ledger().post(List.of(move(available(ann), escrow, usd(1))));
                            throw new IllegalArgumentException("too late");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(spendable(available(ann))).isEqualTo(usd(1_000));
        assertThat(spendable(escrow)).isEqualTo(usd(0));
        assertProven();
    }

    @Test
    public void manyPayersAtOnceNeverSpendMoreThanThereIs() throws InterruptedException {
        Operator ann = operatorWith(usd(1_000));
        Account escrow = escrowOf(ann);
        AtomicInteger paid = new AtomicInteger();

        InParallel.run(
                4,
                _ -> {
                    for (int round = 0; round < 5; round++) {
                        try {
                            post(move(available(ann), escrow, usd(100)));
                            paid.incrementAndGet();
                        } catch (RefusedException e) {
                            assertThat(e.error()).isInstanceOf(InsufficientFunds.class);
                        }
                    }
                });

        assertThat(paid).hasValue(10);
        assertThat(spendable(available(ann))).isEqualTo(usd(0));
        assertThat(spendable(escrow)).isEqualTo(usd(1_000));
        assertProven();
    }

    @Test
    public void nobodyMovesMoneyOnALockedAccountBeforeTheUnitEnds() throws InterruptedException {
        Operator ann = operatorWith(usd(1_000));
        Account escrow = escrowOf(ann);

        boolean movedMeanwhile =
                InParallel.endsWhile(
                        inside ->
                                unit(() -> {
                                    assertThat(ports().ledger().lock(available(ann)))
                                            .isEqualTo(usd(1_000));
                                    inside.accept(LONG_ENOUGH_TO_BE_SEEN);
                                }),
                        () -> post(move(available(ann), escrow, usd(100))));

        assertThat(movedMeanwhile).isFalse();
        assertThat(spendable(escrow)).isEqualTo(usd(100));
        assertThat(unit(() -> ports().ledger().lock(available(operator())))).isEqualTo(usd(0));
    }

    @Test
    public void debtIsTakenOnceByTwoAtOnce() throws InterruptedException {
        Operator ann = operatorWith(usd(1_000));
        Account debt = Account.debt(ann.id(), USD);
        post(move(debt, Account.externalSandbox(USD), usd(100)));
        Debts debts = new Debts(ports().ledger(), ids);

        InParallel.endsWhile(
                inside ->
                        unit(() -> {
                            debts.level(ann.id(), USD, clock.instant());
                            inside.accept(LONG_ENOUGH_TO_BE_SEEN);
                        }),
                () -> unit(() -> debts.level(ann.id(), USD, clock.instant())));

        assertThat(spendable(debt)).isEqualTo(usd(0));
        assertThat(spendable(available(ann))).isEqualTo(usd(900));
        assertProven();
    }

    @Test
    public void paymentsInBothDirectionsDoNotBlockEachOther() throws InterruptedException {
        Operator ann = operatorWith(usd(1_000));
        Operator bob = operatorWith(usd(1_000));

        InParallel.run(
                4,
                worker -> {
                    for (int round = 0; round < 6; round++) {
                        boolean there = (worker + round) % 2 == 0;
                        post(
                                there
                                        ? move(available(ann), available(bob), usd(10))
                                        : move(available(bob), available(ann), usd(10)));
                    }
                });

        assertThat(spendable(available(ann))).isEqualTo(usd(1_000));
        assertThat(spendable(available(bob))).isEqualTo(usd(1_000));
        assertProven();
    }
}
