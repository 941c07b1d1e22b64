package io.guildhall.application.payment;

import static io.guildhall.application.payment.PaymentsInTest.code;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.ScriptedRail.Behaviour;
import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.application.payout.ResumePayout;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeEvent.PayoutDestinationChanged;
import io.guildhall.domain.payee.PayeeStatus;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutEvent.PayoutReturned;
import io.guildhall.domain.payout.PayoutStage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Money leaves to an account that the rail pays, or the way it came, and says why when it cannot.
 */
class PaymentsOutTest {

    private final RailMarket market = new RailMarket();
    private final Caller bob = market.operatorWith("Bob", usd(9_000));

    @AfterEach
    void booksAgree() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
        assertThat(market.use.reconcileRail.handle().differences()).isEmpty();
    }

    @Test
    void whoHasNoAccountIsToldBeforeAnythingIsSetAside() {
        assertThat(code(() -> market.market.withdraw(bob, usd(100))))
                .isEqualTo("payout_account_needed");
        market.use.onboardPayee.handle(new OnboardPayee.Command(bob, "DE", false));
        assertThat(code(() -> market.market.withdraw(bob, usd(100))))
                .isEqualTo("payout_account_incomplete");
        assertThat(market.available(bob)).isEqualTo(usd(9_000));
    }

    @Test
    void countryIsToldBeforeWorkBegins() {
        assertThat(market.use.viewPayee.serves("DE")).isTrue();
        assertThat(market.use.viewPayee.serves("KP")).isFalse();
        assertThat(
                        code(() ->
                                market.use.onboardPayee.handle(
                                        new OnboardPayee.Command(bob, "KP", false))))
                .isEqualTo("country_not_served");
        assertThat(code(() -> market.use.viewPayee.serves("germany"))).isEqualTo("invalid_field");
    }

    @Test
    void withdrawalGoesToTheAccount() {
        String account = market.onboard(bob);
        Payout payout = market.market.withdraw(bob, usd(4_000));
        market.use.sendPayouts.handle(10);

        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Completed.class);
        assertThat(market.rail.moved())
                .containsExactly(
                        new Instruction(
                                payout.id(),
                                bob.operator(),
                                usd(4_000),
                                new Destination.ToAccount(account),
                                false));
    }

    @Test
    void sandboxDoesNotSayOfAWithdrawalByTheRailThatItArrived() {
        market.onboard(bob);
        Payout payout = market.market.withdraw(bob, usd(4_000));

        assertThat(market.guildhall.useCases.sendPayouts.handle(10)).isZero();

        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Pending.class);
        market.use.sendPayouts.handle(10);
        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Completed.class);
        assertThat(market.rail.moved()).hasSize(1);
    }

    @Test
    void onboardingThatBreaksOpensOneAccount() {
        market.rail.next(Behaviour.WORKS, Behaviour.BREAKS_AFTER);
        assertThat(
                        code(() ->
                                market.use.onboardPayee.handle(
                                        new OnboardPayee.Command(bob, "DE", false))))
                .isEqualTo("rail_unavailable");
        PayeeAccount before = market.guildhall.payeeAccounts.of(bob.operator()).orElseThrow();
        assertThat(before.status()).isInstanceOf(PayeeStatus.Requested.class);

        market.use.onboardPayee.handle(new OnboardPayee.Command(bob, "DE", false));

        assertThat(market.account(bob)).isEqualTo("account-" + before.key());
    }

    @Test
    void blockedWithdrawalGoesOnWhenTheAccountIsGoodAgain() {
        String account = market.onboard(bob);
        Payout payout = market.market.withdraw(bob, usd(4_000));
        market.rail.restrict(account);
        notice("account " + account);
        market.use.sendPayouts.handle(10);
        assertThat(market.now(payout).stage())
                .isInstanceOfSatisfying(
                        PayoutStage.Blocked.class,
                        blocked -> {
                            assertThat(blocked.reason()).isEqualTo("payout_account_incomplete");
                            assertThat(blocked.nextAction()).contains("onboarding-link");
                        });

        market.rail.complete(account, "bank-1");
        notice("account " + account);
        market.use.sendPayouts.handle(10);

        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Completed.class);
    }

    @Test
    void payeeResumesWhatItHasMended() {
        market.onboard(bob);
        Payout payout = market.market.withdraw(bob, usd(4_000));
        market.rail.next(Behaviour.DECLINES);
        market.use.sendPayouts.handle(10);
        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Blocked.class);
        Caller stranger = market.market.operator("Eve");
        assertThat(
                        code(() ->
                                market.use.resumePayout.handle(
                                        new ResumePayout.Command(stranger, payout.id()))))
                .isEqualTo("payout_not_found");

        market.use.resumePayout.handle(new ResumePayout.Command(bob, payout.id()));
        market.use.sendPayouts.handle(10);

        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Completed.class);
        assertThat(market.rail.moved()).hasSize(1);
    }

    @Test
    void whatMayHaveGoneIsLookedForWhenItsAccountIsReplaced() {
        String account = market.onboard(bob);
        Payout payout = withdrawnWhile(Behaviour.BREAKS_AFTER);
        market.rail.next(Behaviour.WORKS, Behaviour.BREAKS_BEFORE);
        assertThat(code(this::replaceAccount)).isEqualTo("rail_unavailable");

        sendAgain();

        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Completed.class);
        assertThat(market.rail.moved())
                .singleElement()
                .extracting(Instruction::to)
                .isEqualTo(new Destination.ToAccount(account));
    }

    @Test
    void nothingIsConcludedWhenTheRailDoesNotSayWhetherItHasGone() {
        market.onboard(bob);
        Payout payout = withdrawnWhile(Behaviour.BREAKS_AFTER);
        replaceAccount();

        market.rail.next(Behaviour.BREAKS_BEFORE);
        sendAgain();
        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Confirming.class);

        sendAgain();
        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Completed.class);
        assertThat(market.rail.moved()).hasSize(1);
    }

    @Test
    void whatHasNotGoneWaitsForTheNewAccountAsEverythingDoes() {
        market.onboard(bob);
        Payout payout = withdrawnWhile(Behaviour.BREAKS_BEFORE);
        replaceAccount();
        String other = market.account(bob);
        market.rail.complete(other, "bank-2");
        market.use.followPayees.handle(10);

        sendAgain();
        assertThat(market.now(payout).stage())
                .isInstanceOfSatisfying(
                        PayoutStage.Blocked.class,
                        blocked ->
                                assertThat(blocked.reason()).isEqualTo("payout_destination_new"));
        assertThat(market.rail.moved()).isEmpty();

        market.guildhall.clock.advance(PayeeAccount.COOL_DOWN);
        market.use.followPayees.handle(10);
        market.use.sendPayouts.handle(10);
        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Completed.class);
        assertThat(market.rail.moved())
                .singleElement()
                .extracting(Instruction::to)
                .isEqualTo(new Destination.ToAccount(other));
    }

    @Test
    void newDestinationIsToldOfAndUsedAfterThreeDays() {
        String account = market.onboard(bob);
        Payout waiting = market.market.withdraw(bob, usd(1_000));
        market.rail.complete(account, "bank-of-a-thief");
        notice("account " + account);

        assertThat(market.guildhall.outbox.events())
                .contains(
                        new PayoutDestinationChanged(
                                bob.operator(),
                                market.guildhall.clock.instant().plus(PayeeAccount.COOL_DOWN)));
        assertThat(code(() -> market.market.withdraw(bob, usd(100))))
                .isEqualTo("payout_destination_new");
        market.use.sendPayouts.handle(10);
        assertThat(market.now(waiting).stage()).isInstanceOf(PayoutStage.Blocked.class);

        market.guildhall.clock.advance(PayeeAccount.COOL_DOWN);
        market.use.followPayees.handle(10);
        market.use.sendPayouts.handle(10);

        assertThat(market.now(waiting).stage()).isInstanceOf(PayoutStage.Completed.class);
        market.market.withdraw(bob, usd(100));
        market.use.sendPayouts.handle(10);
    }

    @Test
    void accountIsReplacedOnlyWhenThatIsMeant() {
        market.onboard(bob);

        assertThat(
                        code(() ->
                                market.use.onboardPayee.handle(
                                        new OnboardPayee.Command(bob, "FR", false))))
                .isEqualTo("payout_account_exists");
        market.use.onboardPayee.handle(new OnboardPayee.Command(bob, "FR", true));
        market.rail.complete(market.account(bob), "bank-2");
        market.use.followPayees.handle(10);

        assertThat(code(() -> market.market.withdraw(bob, usd(100))))
                .isEqualTo("payout_destination_new");
    }

    @Test
    void whatIsNotSpentGoesBackTheWayItCame() {
        Payment payment = market.guildhall.payments.all().getFirst();
        Payout refund =
                market.use.refundPayment.handle(
                        new RefundPayment.Command(bob, payment.id(), usd(7_000)));
        market.use.sendPayouts.handle(10);

        assertThat(market.now(refund).stage()).isInstanceOf(PayoutStage.Completed.class);
        assertThat(market.available(bob)).isEqualTo(usd(2_000));
        assertThat(market.rail.moved().getFirst().to()).isInstanceOf(Destination.BackTo.class);
        assertThat(
                        code(() ->
                                market.use.refundPayment.handle(
                                        new RefundPayment.Command(bob, payment.id(), usd(2_001)))))
                .isEqualTo("refund_too_large");
    }

    @Test
    void whatIsSpentDoesNotGoBack() {
        market.market.post(bob, io.guildhall.domain.bounty.TermsFixture.terms().reward(usd(8_000)));
        Payment payment = market.guildhall.payments.all().getFirst();

        assertThat(
                        code(() ->
                                market.use.refundPayment.handle(
                                        new RefundPayment.Command(bob, payment.id(), usd(2_000)))))
                .isEqualTo("insufficient_funds");
        assertThat(market.now(payment).givenBack()).isEqualTo(usd(0));
    }

    @Test
    void refundThatTheRailWillNotMakeStaysWithItsPayer() {
        Payment payment = market.guildhall.payments.all().getFirst();
        Payout refund =
                market.use.refundPayment.handle(
                        new RefundPayment.Command(bob, payment.id(), usd(7_000)));
        market.rail.next(Behaviour.DECLINES);
        market.use.sendPayouts.handle(10);
        market.guildhall.clock.advance(Payout.BLOCKED_MAX.plus(Duration.ofSeconds(1)));
        market.use.sendPayouts.handle(10);

        assertThat(market.now(refund).stage()).isInstanceOf(PayoutStage.Returned.class);
        assertThat(market.available(bob)).isEqualTo(usd(9_000));
        assertThat(market.now(payment).givenBack()).isEqualTo(usd(0));
    }

    @Test
    void refundThatBouncesIsOnTheBalanceAgain() {
        Payment payment = market.guildhall.payments.all().getFirst();
        Payout refund = refunded(payment);

        market.rail.bounce(refund.id());
        market.told(payment);
        market.told(payment);

        assertThat(market.now(refund).stage())
                .isEqualTo(
                        new PayoutStage.Returned(
                                "refund_declined", market.guildhall.clock.instant()));
        assertThat(market.available(bob)).isEqualTo(usd(9_000));
        assertThat(market.now(payment).givenBack()).isEqualTo(usd(0));
        assertThat(market.guildhall.outbox.events())
                .containsOnlyOnce(
                        new PayoutReturned(
                                refund.id(),
                                refund.source(),
                                bob.operator(),
                                usd(7_000),
                                "refund_declined"));
        refunded(payment);
    }

    @Test
    void refundThatBouncedBeforeItWasKnownToHaveGoneIsOnTheBalanceToo() {
        Payment payment = market.guildhall.payments.all().getFirst();
        market.rail.next(Behaviour.BREAKS_AFTER);
        Payout refund = refunded(payment);
        market.rail.bounce(refund.id());
        market.told(payment);
        assertThat(market.now(refund).stage()).isInstanceOf(PayoutStage.Confirming.class);

        market.guildhall.clock.advance(Duration.ofMinutes(1));
        market.use.sendPayouts.handle(10);
        market.use.followPayments.handle(10);

        assertThat(market.now(refund).stage()).isInstanceOf(PayoutStage.Returned.class);
        assertThat(market.available(bob)).isEqualTo(usd(9_000));
    }

    @Test
    void refundThatBouncedAndNobodyToldIsFoundByReconciling() {
        Payout refund = refunded(market.guildhall.payments.all().getFirst());
        market.use.followPayments.handle(10);
        market.rail.bounce(refund.id());

        assertThat(market.use.reconcileRail.handle().differences()).isNotEmpty();
        market.use.followPayments.handle(10);

        assertThat(market.now(refund).stage()).isInstanceOf(PayoutStage.Returned.class);
    }

    @Test
    void whatHasGoneAfterAllIsNotGivenBackWhenNobodySeesToIt() {
        String account = market.onboard(bob);
        Payout payout = leftLying(market.market.withdraw(bob, usd(4_000)));
        goesLate(payout, new Destination.ToAccount(account));

        market.use.sendPayouts.handle(10);

        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Completed.class);
        assertThat(market.available(bob)).isEqualTo(usd(5_000));
        assertThat(market.rail.moved()).hasSize(1);
    }

    @Test
    void refundThatHasGoneAfterAllIsNotGivenBackEither() {
        Payment payment = market.guildhall.payments.all().getFirst();
        Payout refund =
                leftLying(
                        market.use.refundPayment.handle(
                                new RefundPayment.Command(bob, payment.id(), usd(7_000))));
        goesLate(refund, new Destination.BackTo("receipt-" + payment.id().value()));

        market.use.sendPayouts.handle(10);

        assertThat(market.now(refund).stage()).isInstanceOf(PayoutStage.Completed.class);
        assertThat(market.available(bob)).isEqualTo(usd(2_000));
    }

    @Test
    void nothingIsGivenBackUntilTheRailSaysThatItHasNotGone() {
        market.onboard(bob);
        Payout payout = leftLying(market.market.withdraw(bob, usd(4_000)));
        market.rail.next(Behaviour.BREAKS_BEFORE);

        assertThat(market.use.sendPayouts.handle(10)).isEqualTo(1);
        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Blocked.class);
        assertThat(market.use.sendPayouts.handle(10)).isZero();

        market.guildhall.clock.advance(Duration.ofHours(1));
        market.use.sendPayouts.handle(10);
        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Returned.class);
        assertThat(market.available(bob)).isEqualTo(usd(9_000));
    }

    /** Declined, and its payee has done nothing in its time. */
    private Payout leftLying(Payout payout) {
        market.rail.next(Behaviour.DECLINES);
        market.use.sendPayouts.handle(10);
        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Blocked.class);
        market.guildhall.clock.advance(Payout.BLOCKED_MAX);
        return payout;
    }

    /** By a call of a worker that everybody had given up. */
    private void goesLate(Payout payout, Destination to) {
        market.rail.send(new Instruction(payout.id(), payout.payee(), payout.net(), to, false));
    }

    private Payout refunded(Payment payment) {
        Payout refund =
                market.use.refundPayment.handle(
                        new RefundPayment.Command(bob, payment.id(), usd(7_000)));
        market.use.sendPayouts.handle(10);
        return refund;
    }

    private Payout withdrawnWhile(Behaviour behaviour) {
        Payout payout = market.market.withdraw(bob, usd(4_000));
        market.rail.next(behaviour);
        market.use.sendPayouts.handle(10);
        assertThat(market.now(payout).stage()).isInstanceOf(PayoutStage.Confirming.class);
        return payout;
    }

    private void replaceAccount() {
        market.use.onboardPayee.handle(new OnboardPayee.Command(bob, "DE", true));
    }

    private void sendAgain() {
        market.guildhall.clock.advance(Duration.ofMinutes(2));
        market.use.sendPayouts.handle(10);
    }

    private void notice(String about) {
        String notice = market.guildhall.ids.next() + " " + about;
        market.use.receiveRailNotice.handle(notice, String.valueOf(notice.length()));
        market.use.hearRailNotices.handle(10);
        market.use.followPayees.handle(10);
    }
}
