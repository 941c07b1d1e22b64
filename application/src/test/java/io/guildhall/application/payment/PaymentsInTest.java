package io.guildhall.application.payment;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Mandates;
import io.guildhall.application.funding.FreezeFunding;
import io.guildhall.application.inmemory.ScriptedRail.Behaviour;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentEvent.PaymentReceived;
import io.guildhall.domain.payment.PaymentStage;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that operators bring in by the rail is on their balance once it has come, and once. */
class PaymentsInTest {

    private final RailMarket market = new RailMarket();
    private final Caller ann = market.market.operator("Ann");

    @AfterEach
    void booksAgree() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
        assertThat(market.use.reconcileRail.handle().differences()).isEmpty();
    }

    @Test
    void payerGetsAPageAndTheMoneyIsNotThereYet() {
        Payment payment = market.open(ann, usd(5_000));

        assertThat(payment.stage()).isInstanceOf(PaymentStage.Open.class);
        assertThat(market.available(ann)).isEqualTo(usd(0));
    }

    @Test
    void moneyThatHasComeIsOnTheBalanceAndTheFeeIsThePlatforms() {
        Payment payment = market.pay(ann, usd(5_000));

        assertThat(payment.stage()).isInstanceOf(PaymentStage.Received.class);
        assertThat(market.available(ann)).isEqualTo(usd(5_000));
        assertThat(market.guildhall.ledger.spendable(Account.platformCosts(Currency.USD)))
                .isEqualTo(usd(-30));
        assertThat(market.rail.held(Currency.USD)).isEqualTo(usd(4_970));
        assertThat(market.guildhall.outbox.events())
                .contains(new PaymentReceived(payment.id(), ann.operator(), usd(5_000), null));
    }

    @Test
    void railThatTellsNothingIsAskedAnyway() {
        Payment payment = market.open(ann, usd(5_000));
        market.rail.pay(payment.id());

        market.guildhall.clock.set(Objects.requireNonNull(payment.lookAt()));
        market.use.followPayments.handle(100);

        assertThat(market.available(ann)).isEqualTo(usd(5_000));
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"BREAKS_BEFORE", "BREAKS_AFTER"})
    void brokenCallsAreAskedAgain(Behaviour broken) {
        market.rail.next(broken);
        Payment payment = market.open(ann, usd(5_000));
        assertThat(payment.stage()).isInstanceOf(PaymentStage.Requested.class);

        market.guildhall.clock.advance(Duration.ofMinutes(1));
        market.use.followPayments.handle(100);
        market.rail.pay(payment.id());
        market.rail.next(broken);
        assertThat(market.told(payment).stage()).isInstanceOf(PaymentStage.Open.class);
        market.guildhall.clock.advance(Duration.ofMinutes(1));
        market.use.followPayments.handle(100);

        assertThat(market.available(ann)).isEqualTo(usd(5_000));
    }

    @Test
    void pageThatNobodyPaidAtEnds() {
        Payment payment = market.open(ann, usd(5_000));
        market.rail.expire(payment.id());

        assertThat(market.told(payment).stage()).isInstanceOf(PaymentStage.Ended.class);
        assertThat(market.available(ann)).isEqualTo(usd(0));
    }

    @Test
    void moneyThatComesAfterAllIsNotLost() {
        Payment payment = market.open(ann, usd(5_000));
        market.rail.expire(payment.id());
        market.told(payment);
        market.rail.pay(payment.id());

        market.told(payment);

        assertThat(market.available(ann)).isEqualTo(usd(5_000));
    }

    @Test
    void bountyOpensWhenJustWhatIsMissingHasCome() {
        market.pay(ann, usd(4_000));
        Bounty bounty = market.market.post(ann);
        Payment payment =
                market.use
                        .payForBounty
                        .handle(new PayForBounty.Command(ann, bounty.id()))
                        .orElseThrow();
        assertThat(payment.amount()).isEqualTo(bounty.terms().reward().minus(usd(4_000)));
        market.use.followPayments.handle(100);
        market.rail.pay(payment.id());

        market.told(payment);

        assertThat(market.market.now(bounty).status()).isInstanceOf(BountyStatus.Open.class);
        assertThat(market.available(ann)).isEqualTo(usd(0));
        assertThat(market.use.payForBounty.handle(new PayForBounty.Command(ann, bounty.id())))
                .isEmpty();
    }

    @Test
    void bountyIsFundedByOnePaymentHoweverOftenItIsAsked() {
        Bounty bounty = market.market.post(ann);
        Payment first =
                market.use
                        .payForBounty
                        .handle(new PayForBounty.Command(ann, bounty.id()))
                        .orElseThrow();
        market.use.followPayments.handle(100);

        Payment again =
                market.use
                        .payForBounty
                        .handle(new PayForBounty.Command(ann, bounty.id()))
                        .orElseThrow();

        assertThat(again).isEqualTo(market.now(first));
        market.rail.expire(first.id());
        market.told(first);
        assertThat(
                        market.use
                                .payForBounty
                                .handle(new PayForBounty.Command(ann, bounty.id()))
                                .orElseThrow()
                                .id())
                .isNotEqualTo(first.id());
    }

    @Test
    void paymentThatNoLongerSufficesIsToldOf() {
        market.pay(ann, usd(4_000));
        Bounty bounty = market.market.post(ann);
        Payment payment =
                market.use
                        .payForBounty
                        .handle(new PayForBounty.Command(ann, bounty.id()))
                        .orElseThrow();
        Bounty other = market.market.post(ann, TermsFixture.terms().reward(usd(4_000)));
        assertThat(market.market.now(other).status()).isInstanceOf(BountyStatus.Open.class);

        assertThat(
                        code(() ->
                                market.use.payForBounty.handle(
                                        new PayForBounty.Command(ann, bounty.id()))))
                .isEqualTo("payment_under_way");
        assertThat(market.guildhall.payments.all()).hasSize(2).contains(payment);
    }

    @Test
    void moneyThatComesTooLateForItsBountyStaysOnTheBalance() {
        Bounty bounty = market.market.post(ann);
        Payment payment =
                market.use
                        .payForBounty
                        .handle(new PayForBounty.Command(ann, bounty.id()))
                        .orElseThrow();
        market.use.followPayments.handle(100);
        market.market.cancel(ann, bounty);
        market.rail.pay(payment.id());

        market.told(payment);

        assertThat(market.market.now(bounty).status()).isInstanceOf(BountyStatus.Cancelled.class);
        assertThat(market.available(ann)).isEqualTo(bounty.terms().reward());
    }

    @Test
    void frozenFundingSendsNobodyToPay() {
        Bounty bounty = market.market.post(ann);
        assertThat(market.use.payForBounty.handle(new PayForBounty.Command(ann, bounty.id())))
                .isPresent();
        freeze(new FundingScope(Rail.STRIPE, Currency.USD));

        assertThat(code(() -> market.open(ann, usd(5_000)))).isEqualTo("funding_frozen");
        assertThat(
                        code(() ->
                                market.use.payForBounty.handle(
                                        new PayForBounty.Command(ann, bounty.id()))))
                .isEqualTo("funding_frozen");
        assertThat(market.guildhall.payments.all()).hasSize(1);
    }

    @Test
    void moneyThatComesWhileFundingIsFrozenStaysOnTheBalance() {
        Bounty bounty = market.market.post(ann);
        Payment payment =
                market.use
                        .payForBounty
                        .handle(new PayForBounty.Command(ann, bounty.id()))
                        .orElseThrow();
        market.use.followPayments.handle(100);
        freeze(new FundingScope(Rail.LEDGER, null));
        market.rail.pay(payment.id());

        assertThat(market.told(payment).stage()).isInstanceOf(PaymentStage.Received.class);

        assertThat(market.market.now(bounty)).isEqualTo(bounty);
        assertThat(market.available(ann)).isEqualTo(payment.amount());
    }

    @Test
    void adminIsToldWhatWasPaidInForABounty() {
        Bounty bounty = market.market.post(ann);
        Payment payment =
                market.use
                        .payForBounty
                        .handle(new PayForBounty.Command(ann, bounty.id()))
                        .orElseThrow();
        market.use.followPayments.handle(100);
        market.rail.pay(payment.id());
        market.told(payment);

        var told =
                market.use.admin.viewWholeStory.of(admin(), bounty.id()).rails().stream()
                        .filter(part -> part.rail().equals("stripe"))
                        .flatMap(part -> part.entries().stream())
                        .toList();

        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .containsEntry("name", payment.id().value().toString())
                .containsEntry("stage", "received")
                .containsEntry("taken_back", "0 cents usd");
    }

    @Test
    void amountsThatTheRailDoesNotCarryAreRefused() {
        assertThat(code(() -> market.open(ann, usd(49)))).isEqualTo("invalid_field");
        assertThat(code(() -> market.open(ann, usd(100_000_000)))).isEqualTo("invalid_field");
        assertThat(code(() -> market.open(ann, usdc(5_000)))).isEqualTo("currency_not_carried");
        assertThat(code(() -> market.open(market.market.agentOf(ann), usd(5_000))))
                .isEqualTo("operator_key_needed");
    }

    @Test
    void paymentIsItsPayersAffair() {
        Payment payment = market.open(ann, usd(5_000));

        assertThat(market.use.viewPayments.find(ann, payment.id())).isEqualTo(payment);
        assertThat(
                        code(() ->
                                market.use.viewPayments.find(
                                        market.market.operator("Bob"), payment.id())))
                .isEqualTo("payment_not_found");
    }

    private Caller admin() {
        return Caller.operator(ann.operator(), Set.of(Role.ADMIN));
    }

    private void freeze(FundingScope scope) {
        market.use.admin.freezeFunding.handle(
                new FreezeFunding.Command(Mandates.of(admin()), scope, null));
    }

    static String code(Runnable refused) {
        String[] code = new String[1];
        assertThatThrownBy(refused::run)
                .isInstanceOfSatisfying(
                        RefusedException.class, refusal -> code[0] = refusal.error().code());
        return Objects.requireNonNull(code[0]);
    }
}
