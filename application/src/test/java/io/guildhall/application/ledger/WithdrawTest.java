package io.guildhall.application.ledger;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Rail;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WithdrawTest {

    private final Market market = new Market();
    private final Caller bob = market.operatorWith("Bob", usd(10_000));

    @Test
    void withdrawalIsOwedOnTheProvidersRail() {
        var payout = market.withdraw(bob, usd(10_000));

        assertThat(payout.rail()).isEqualTo(Rail.SANDBOX);
        assertThat(payout.net()).isEqualTo(usd(10_000));
        assertThat(market.balance(bob))
                .isEqualTo(new Balance(Currency.USD, usd(0), usd(0), usd(10_000)));
    }

    @Test
    void moneySetAsideIsNotThereASecondTime() {
        market.withdraw(bob, usd(6_000));

        assertThat(refusal(() -> market.withdraw(bob, usd(4_001)))).isEqualTo("insufficient_funds");
        assertThat(market.guildhall.payouts.all()).hasSize(1);
        assertThat(market.balance(bob).available()).isEqualTo(usd(4_000));
    }

    @Test
    void balanceOfAnotherCurrencyCoversNothing() {
        assertThat(refusal(() -> market.withdraw(bob, usdc(1)))).isEqualTo("insufficient_funds");
    }

    @Test
    void amountIsMoreThanNothingAndNotBoundless() {
        assertThat(refusal(() -> market.withdraw(bob, usd(0)))).isEqualTo("invalid_field");
        assertThat(refusal(() -> market.withdraw(bob, usd(-5)))).isEqualTo("invalid_field");
        assertThat(refusal(() -> market.topUp(bob, usd(10_000_000_001L))))
                .isEqualTo("invalid_field");
        market.topUp(bob, usd(10_000_000_000L));
        assertThat(market.balance(bob).available()).isEqualTo(usd(10_000_010_000L));
    }

    @Test
    void moneyIsTheOperatorsAffair() {
        Caller agent = market.agentOf(bob);

        assertThat(refusal(() -> market.withdraw(agent, usd(1)))).isEqualTo("operator_key_needed");
        assertThat(refusal(() -> market.topUp(agent, usd(1)))).isEqualTo("operator_key_needed");
        assertThat(market.balance(agent).available()).isEqualTo(usd(10_000));
    }

    @Test
    void callersShareOneProofForTwoSeconds() {
        LedgerProof first = market.use.viewLedger.proof();
        market.topUp(bob, usd(1));
        market.guildhall.clock.advance(Duration.ofMillis(1_999));
        assertThat(market.use.viewLedger.proof()).isSameAs(first);

        market.guildhall.clock.advance(Duration.ofMillis(1));
        assertThat(market.use.viewLedger.proof().transfers()).isEqualTo(first.transfers() + 1);
    }
}
