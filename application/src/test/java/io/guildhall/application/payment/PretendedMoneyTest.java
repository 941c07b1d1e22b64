package io.guildhall.application.payment;

import static io.guildhall.application.payment.PaymentsInTest.code;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payment.Payment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sandbox gave 20.00 usd away, and then the market got a real rail. */
class PretendedMoneyTest {

    private static final Money PRETENDED = usd(2_000);

    private final RailMarket market = new RailMarket();
    private final Market sandbox = new Market(market.guildhall);
    private final Caller ann = market.payee("Ann");

    PretendedMoneyTest() {
        sandbox.topUp(ann, PRETENDED);
    }

    @AfterEach
    void nothingLeftButWhatWasPaidIn() {
        market.use.sendPayouts.handle(100);
        Money atTheRail =
                Money.zero(Currency.USD)
                        .minus(
                                market.guildhall.ledger.spendable(
                                        Account.externalStripe(Currency.USD)))
                        .minus(
                                market.guildhall.ledger.spendable(
                                        Account.platformCosts(Currency.USD)));
        assertThat(atTheRail.units()).isNotNegative();
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void whatIsMoreThanWasPretendedCanBeWithdrawn() {
        Payment payment = market.pay(ann, usd(3_000));

        assertThat(code(() -> market.market.withdraw(ann, usd(3_001))))
                .isEqualTo("pretended_money_stays");
        market.market.withdraw(ann, usd(3_000));
        assertThat(code(() -> refund(ann, payment, usd(1)))).isEqualTo("pretended_money_stays");
        assertThat(market.available(ann)).isEqualTo(PRETENDED);
    }

    @Test
    void whoeverEarnsItCannotWithdrawItEither() {
        Caller bob = market.payee("Bob");
        market.pay(market.market.operator("Somebody else"), usd(50_000));
        Bounty bounty = sandbox.post(ann, TermsFixture.terms().reward(PRETENDED));
        Caller agent = market.market.agentOf(bob);
        market.market.approve(ann, market.market.claim(agent, bounty));
        market.market.accept(ann, market.market.submit(agent, bounty));

        assertThat(market.available(bob).isPositive()).isTrue();
        assertThat(code(() -> market.market.withdraw(bob, usd(1))))
                .isEqualTo("pretended_money_stays");
    }

    @Test
    void paymentGoesBackAsFarAsWhatWasPretendedStays() {
        Payment payment = market.pay(ann, usd(3_000));
        market.market.post(ann, TermsFixture.terms().reward(usd(1_000)));

        assertThat(code(() -> refund(ann, payment, usd(2_001)))).isEqualTo("pretended_money_stays");
        refund(ann, payment, usd(2_000));
    }

    @Test
    void sandboxPaysOutWhatItGave() {
        sandbox.withdraw(ann, PRETENDED);
        sandbox.use.sendPayouts.handle(10);

        assertThat(market.available(ann)).isEqualTo(usd(0));
        market.pay(ann, usd(500));
        market.market.withdraw(ann, usd(500));
    }

    private void refund(Caller payer, Payment payment, Money amount) {
        market.use.refundPayment.handle(new RefundPayment.Command(payer, payment.id(), amount));
    }
}
