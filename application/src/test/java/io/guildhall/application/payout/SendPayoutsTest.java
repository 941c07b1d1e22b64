package io.guildhall.application.payout;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.ScriptedPaymentProvider;
import io.guildhall.application.inmemory.ScriptedPaymentProvider.Behaviour;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Confirming;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Pending;
import io.guildhall.domain.payout.PayoutStage.Returned;
import io.guildhall.domain.payout.PayoutStage.Sending;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendPayoutsTest {

    private final Market market = new Market();
    private final ScriptedPaymentProvider rail = market.guildhall.provider;
    private final Caller bob = market.operatorWith("Bob", usd(10_000));

    @AfterEach
    void ledgerBalances() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void withdrawalSetsTheMoneyAsideAndSendsNothingYet() {
        Payout payout = market.withdraw(bob, usd(4_000));

        assertThat(payout.stage()).isEqualTo(new Pending());
        assertThat(market.balance(bob).available()).isEqualTo(usd(6_000));
        assertThat(market.balance(bob).inTransit()).isEqualTo(usd(4_000));
        assertThat(rail.asked()).isEmpty();
    }

    @Test
    void settledPayoutHasLeftTheHouse() {
        Payout payout = market.withdraw(bob, usd(4_000));

        assertThat(send()).isEqualTo(1);

        assertThat(market.now(payout).stage())
                .isEqualTo(new Completed(market.guildhall.clock.instant()));
        assertThat(market.balance(bob).available()).isEqualTo(usd(6_000));
        assertThat(market.balance(bob).inTransit()).isEqualTo(usd(0));
        assertThat(rail.moved())
                .containsExactly(
                        new Instruction(
                                payout.id(),
                                payout.payee(),
                                usd(4_000),
                                new Destination.Nowhere(),
                                false));
        assertThat(send()).isZero();
    }

    @Test
    void failedPayoutIsTriedAgainLaterUnderTheSameKey() {
        Payout payout = market.withdraw(bob, usd(4_000));
        rail.next(Behaviour.FAILS);
        send();
        assertThat(market.now(payout).stage()).isInstanceOf(Failed.class);
        assertThat(send()).isZero();

        market.guildhall.clock.advance(Duration.ofSeconds(30));
        send();

        assertThat(market.now(payout).stage()).isInstanceOf(Completed.class);
        assertThat(rail.asked()).extracting(Instruction::key).containsOnly(payout.id()).hasSize(2);
        assertThat(rail.moved()).hasSize(1);
    }

    @Test
    void payoutThatFailsTenTimesIsBlockedAndItsMoneyStaysOnTheWay() {
        Payout payout = market.withdraw(bob, usd(4_000));
        for (int attempt = 1; attempt <= Payout.ATTEMPTS_MAX; attempt++) {
            rail.next(Behaviour.FAILS);
            assertThat(send()).isEqualTo(1);
            market.guildhall.clock.advance(Duration.ofHours(6));
        }

        assertThat(market.now(payout).stage()).isInstanceOf(Blocked.class);
        assertThat(send()).isZero();
        assertThat(market.balance(bob).inTransit()).isEqualTo(usd(4_000));
        assertThat(rail.moved()).isEmpty();
    }

    @Test
    void declinedPayoutWaitsForItsPayee() {
        Payout payout = market.withdraw(bob, usd(4_000));
        rail.next(Behaviour.DECLINES);
        send();

        assertThat(ViewPayouts.explain(market.now(payout)))
                .isEqualTo(
                        new ViewPayouts.Explanation(
                                "account_closed",
                                "Name another account",
                                market.guildhall.clock.instant().plus(Payout.BLOCKED_MAX)));
        market.guildhall.clock.advance(Duration.ofDays(9));
        assertThat(send()).isZero();
    }

    @Test
    void whatItsPayeeLeavesLyingGoesBackToItsBalance() {
        Payout payout = market.withdraw(bob, usd(4_000));
        rail.next(Behaviour.DECLINES);
        send();
        market.guildhall.clock.advance(Payout.BLOCKED_MAX.minusMillis(1));
        assertThat(send()).isZero();
        assertThat(market.balance(bob).inTransit()).isEqualTo(usd(4_000));

        market.guildhall.clock.advance(Duration.ofMillis(1));
        assertThat(send()).isEqualTo(1);

        assertThat(market.now(payout).stage())
                .isEqualTo(new Returned("account_closed", market.guildhall.clock.instant()));
        assertThat(ViewPayouts.explain(market.now(payout)))
                .isEqualTo(new ViewPayouts.Explanation("account_closed", null, null));
        assertThat(market.balance(bob).available()).isEqualTo(usd(10_000));
        assertThat(market.balance(bob).inTransit()).isEqualTo(usd(0));
        assertThat(rail.asked()).hasSize(1);
        assertThat(rail.moved()).isEmpty();
        assertThat(market.guildhall.outbox.events().getLast())
                .isInstanceOf(PayoutEvent.PayoutReturned.class);
        market.guildhall.clock.advance(Payout.BLOCKED_MAX);
        assertThat(send()).isZero();
    }

    @Test
    void payeeIsToldOnceOfARailThatIsSilentForADay() {
        Payout payout = market.withdraw(bob, usd(4_000));
        Instant longAfter = market.guildhall.clock.instant().plus(Duration.ofDays(3));
        while (market.guildhall.clock.instant().isBefore(longAfter)) {
            rail.next(Behaviour.DOES_NOT_KNOW);
            assertThat(sendWhenDue(payout)).isEqualTo(1);
        }

        assertThat(market.now(payout).stage()).isInstanceOf(Confirming.class);
        assertThat(market.guildhall.outbox.events())
                .filteredOn(event -> event instanceof PayoutEvent.PayoutDelayed)
                .hasSize(1);
        sendWhenDue(payout);
        assertThat(market.now(payout).stage()).isInstanceOf(Completed.class);
        assertThat(rail.moved()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOES_NOT_KNOW", "BREAKS", "MOVES_MONEY_AND_BREAKS"})
    void unclearAnswerIsAskedForAgainAndMoneyMovesOnce(Behaviour unclear) {
        Payout payout = market.withdraw(bob, usd(4_000));
        rail.next(unclear);
        send();
        assertThat(market.now(payout).stage()).isInstanceOf(Confirming.class);
        assertThat(market.balance(bob).inTransit()).isEqualTo(usd(4_000));

        market.guildhall.clock.advance(Duration.ofSeconds(30));
        send();

        assertThat(market.now(payout).stage()).isInstanceOf(Completed.class);
        assertThat(rail.moved()).hasSize(1);
        assertThat(market.balance(bob).inTransit()).isEqualTo(usd(0));
    }

    @Test
    void crashBetweenSendingAndRecordingRepeatsTheCallAndNotTheMoney() {
        Payout payout = market.withdraw(bob, usd(4_000));
        Crashes crashes = new Crashes(market.guildhall.ports());
        UseCases doomed = new UseCases(crashes.ports());

        // The first unit of work takes it up; the port after the call to the rail breaks down.
        crashes.before("Payouts.find");
        assertThatThrownBy(() -> doomed.sendPayouts.handle(10)).isInstanceOf(Crashes.Crash.class);
        assertThat(rail.moved()).hasSize(1);
        assertThat(market.now(payout).stage()).isInstanceOf(Sending.class);
        assertThat(send()).as("nobody else has it while its lease runs").isZero();

        market.guildhall.clock.advance(Duration.ofMinutes(2));
        send();

        assertThat(market.now(payout).stage()).isInstanceOf(Completed.class);
        assertThat(market.now(payout).attempts()).isEqualTo(2);
        assertThat(rail.asked()).extracting(Instruction::key).containsOnly(payout.id()).hasSize(2);
        assertThat(rail.moved()).hasSize(1);
        assertThat(market.balance(bob).available()).isEqualTo(usd(6_000));
    }

    @Test
    void crashBeforeTheCallLeavesThePayoutToTheNextWorker() {
        market.withdraw(bob, usd(4_000));
        Crashes crashes = new Crashes(market.guildhall.ports());
        crashes.before("Payouts.save");

        assertThatThrownBy(() -> new UseCases(crashes.ports()).sendPayouts.handle(10))
                .isInstanceOf(Crashes.Crash.class);
        assertThat(rail.asked()).isEmpty();

        assertThat(send()).isEqualTo(1);
        assertThat(rail.moved()).hasSize(1);
    }

    @Test
    void asManyAsAskedForAreTakenUp() {
        for (int cents = 1; cents <= 5; cents++) {
            market.withdraw(bob, usd(cents));
        }

        assertThat(market.use.sendPayouts.handle(2)).isEqualTo(2);
        assertThat(market.use.sendPayouts.handle(2)).isEqualTo(2);
        assertThat(market.use.sendPayouts.handle(2)).isEqualTo(1);
        assertThat(rail.moved()).hasSize(5);
    }

    @Test
    void eachIsTakenUpWhenItsTurnHasCome() {
        for (int cents = 1; cents <= 3; cents++) {
            market.withdraw(bob, usd(cents));
        }
        List<Boolean> inTime = new ArrayList<>();
        UseCases slow =
                new UseCases(
                        market.guildhall.portsPayingBy(
                                new SlowRail(
                                        rail,
                                        asked -> {
                                            inTime.add(canBeSent(asked.key()));
                                            market.guildhall.clock.advance(Duration.ofMinutes(3));
                                        })));

        assertThat(slow.sendPayouts.handle(10)).isEqualTo(3);

        assertThat(inTime).containsExactly(true, true, true);
        assertThat(rail.moved()).hasSize(3);
    }

    @Test
    void whatItsWorkerLetLieForTooLongIsLeftToTheNext() {
        Payout payout = market.withdraw(bob, usd(4_000));
        SendPayouts paused = pausedFor(Duration.ofSeconds(61));

        assertThat(paused.handle(1)).isEqualTo(1);
        assertThat(rail.asked()).isEmpty();
        assertThat(market.now(payout).stage()).isInstanceOf(Sending.class);
        assertThat(send()).isZero();

        sendWhenDue(payout);
        assertThat(market.now(payout).stage()).isInstanceOf(Completed.class);
        assertThat(rail.asked()).singleElement().extracting(Instruction::asked).isEqualTo(true);
    }

    private boolean canBeSent(PayoutId payout) {
        return market.guildhall
                .payouts
                .find(payout)
                .orElseThrow()
                .canBeSent(market.guildhall.clock.instant());
    }

    /** A worker that stands still for so long after each of its units of work. */
    private SendPayouts pausedFor(Duration pause) {
        Transactions pausing =
                new Transactions() {
                    @Override
                    public <T> T run(Supplier<T> work) {
                        T result = market.guildhall.transactions.run(work);
                        market.guildhall.clock.advance(pause);
                        return result;
                    }
                };
        var context =
                new UseCaseContext(
                        pausing,
                        market.guildhall.clock,
                        market.guildhall.ids,
                        market.guildhall.outbox,
                        market.use.escrowOrders,
                        market.use.newFunding);
        return new SendPayouts(
                context,
                market.guildhall.payouts,
                market.guildhall.ledger,
                rail,
                new Destinations(market.guildhall.payeeAccounts, market.guildhall.payments));
    }

    /** The same rail, at which something happens meanwhile. */
    private record SlowRail(PaymentProvider sound, Consumer<Instruction> meanwhile)
            implements PaymentProvider {

        @Override
        public Rail rail() {
            return sound.rail();
        }

        @Override
        public Outcome send(Instruction instruction) {
            meanwhile.accept(instruction);
            return sound.send(instruction);
        }

        @Override
        public Found lookFor(PayoutId key, Destination to) {
            return sound.lookFor(key, to);
        }
    }

    private int sendWhenDue(Payout payout) {
        market.guildhall.clock.set(Objects.requireNonNull(market.now(payout).dueAt()));
        return send();
    }

    private int send() {
        return market.use.sendPayouts.handle(10);
    }
}
