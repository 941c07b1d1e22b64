package io.guildhall.application.payout;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.inmemory.ScriptedPaymentProvider.Behaviour;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Pending;
import io.guildhall.domain.shared.PageRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetryPayoutTest {

    private final Market market = new Market();
    private final Caller admin =
            Caller.operator(market.operator("Admin").operator(), Set.of(Role.ADMIN));
    private final Caller bob = market.operatorWith("Bob", usd(10_000));

    @Test
    void blockedPayoutIsSentAtOnceUnderItsOldKey() {
        Payout blocked = after(Behaviour.DECLINES);
        assertThat(blocked.stage()).isInstanceOf(Blocked.class);

        assertThat(retry(blocked).stage()).isInstanceOf(Pending.class);
        send();

        assertThat(market.now(blocked).stage()).isInstanceOf(Completed.class);
        assertThat(market.guildhall.provider.asked())
                .extracting(Instruction::key)
                .containsOnly(blocked.id());
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void blockedPayoutThatFailsAgainIsBlockedAgain() {
        Payout blocked = after(Behaviour.DECLINES);
        retry(blocked);
        market.guildhall.provider.next(Behaviour.DECLINES);
        send();

        assertThat(market.now(blocked).stage()).isInstanceOf(Blocked.class);
    }

    @Test
    void failedPayoutDoesNotWaitForItsTime() {
        Payout failed = after(Behaviour.FAILS);
        send();
        assertThat(market.now(failed).stage()).isInstanceOf(Failed.class);

        retry(failed);
        send();

        assertThat(market.now(failed).stage()).isInstanceOf(Completed.class);
    }

    @Test
    void moneyThatMayHaveMovedIsNotMovedTwice() {
        Payout unknown = after(Behaviour.MOVES_MONEY_AND_BREAKS);

        retry(unknown);
        send();

        assertThat(market.now(unknown).stage()).isInstanceOf(Completed.class);
        assertThat(market.balance(bob).available()).isEqualTo(usd(6_000));
        assertThat(market.balance(bob).inTransit()).isEqualTo(usd(0));
    }

    @Test
    void whatIsOverIsNotTriedAgain() {
        Payout completed = after(Behaviour.SETTLES);

        assertThat(refusal(() -> retry(completed))).isEqualTo("payout_wrong_stage");
    }

    @Test
    void blockedOnesAreFound() {
        Payout blocked = after(Behaviour.DECLINES);

        assertThat(market.use.viewPayouts.inStage(admin, "blocked", PageRequest.first(10)).items())
                .containsExactly(blocked);
        assertThat(
                        refusal(() ->
                                market.use.viewPayouts.inStage(
                                        bob, "blocked", PageRequest.first(10))))
                .isEqualTo("admin_needed");
    }

    private Payout after(Behaviour behaviour) {
        Payout payout = market.withdraw(bob, usd(4_000));
        market.guildhall.provider.next(behaviour);
        send();
        return market.now(payout);
    }

    private Payout retry(Payout payout) {
        return market.use.admin.retryPayout.handle(
                new RetryPayout.Command(Mandates.of(admin), payout.id()));
    }

    private void send() {
        market.use.sendPayouts.handle(10);
    }
}
