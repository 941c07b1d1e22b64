package io.guildhall.payments.stripe;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.contract.PaymentProviderContract;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.payee.PayeeOnboarding.Application;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Found;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.payments.stripe.StripeStub.Trouble;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Money leaves by Stripe once, whatever goes wrong on the way. */
class StripePaymentProviderTest extends PaymentProviderContract {

    private static final long FUNDS = 1_000_000;

    private final StripeStub stripe = StripeStub.start();
    private final StripePaymentProvider provider = new StripePaymentProvider(stripe.settings());
    private String account = "";

    @BeforeEach
    void openAccount() {
        stripe.account().change(FUNDS);
        account =
                new StripeOnboarding(stripe.settings())
                        .open(new Application(UUID.randomUUID(), "Bob", "bob@example.org", "DE"));
        stripe.account().complete(account, "print1");
    }

    @AfterEach
    void stripeHadNothingToComplainOf() {
        assertThat(stripe.complaints()).isEmpty();
        stripe.close();
    }

    @Override
    protected PaymentProvider provider() {
        return provider;
    }

    @Override
    protected Instruction instruction(PayoutId key, Money amount, boolean asked) {
        return new Instruction(
                key, PartyFixture.BOB, amount, new Destination.ToAccount(account), asked);
    }

    @Override
    protected long movedCents() {
        return FUNDS - stripe.account().balance();
    }

    @Override
    protected long leaves(long cents) {
        return cents;
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SILENT_BEFORE", "SILENT_AFTER"})
    void noAnswerIsNoFailureAndTheNextQuestionSettlesIt(Trouble silence) {
        PayoutId key = key();
        stripe.next(silence);

        assertThat(send(key, false)).isEqualTo(new Outcome.Unknown("no answer"));

        assertThat(send(key, true)).isEqualTo(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(1_200);
    }

    @Test
    void crashBeforeTheAnswerWasKeptAsksUnderTheSameKey() {
        PayoutId key = key();
        stripe.next(Trouble.SILENT_AFTER);
        send(key, false);

        assertThat(send(key, false)).isEqualTo(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(1_200);
    }

    @Test
    void brokenCallIsUnknownUntilStripeHasForgottenIt() {
        PayoutId key = key();
        stripe.next(Trouble.ERROR_BEFORE);
        assertThat(send(key, false)).isEqualTo(new Outcome.Unknown("it answers 500"));
        assertThat(send(key, true)).isEqualTo(new Outcome.Unknown("it answers 500"));
        assertThat(movedCents()).isZero();

        stripe.forgetKeys();

        assertThat(send(key, true)).isEqualTo(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(1_200);
    }

    @Test
    void callThatBrokeAfterTheMoneyMovedIsFoundAlsoWhenItsKeyIsForgotten() {
        PayoutId key = key();
        stripe.next(Trouble.ERROR_AFTER);
        assertThat(send(key, false)).isInstanceOf(Outcome.Unknown.class);
        assertThat(movedCents()).isEqualTo(1_200);

        stripe.forgetKeys();

        assertThat(send(key, true)).isEqualTo(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(1_200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"TOO_MANY", "UNAUTHORISED", "REFUSED"})
    void whatMayPassIsTriedAgain(Trouble passing) {
        PayoutId key = key();
        stripe.next(passing);
        assertThat(send(key, false)).isInstanceOf(Outcome.Failed.class);
        assertThat(movedCents()).isZero();

        assertThat(send(key, false)).isEqualTo(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(1_200);
    }

    @Test
    void refusalsAreAskedAnewUnderTheNextKeyEach() {
        PayoutId key = key();
        for (int times = 0; times < 4; times++) {
            stripe.next(Trouble.NONE);
            stripe.recover();
            refuseNew(times);
            assertThat(send(key, false)).isEqualTo(new Outcome.Failed("balance_insufficient"));
        }
        stripe.recover();

        assertThat(send(key, false)).isEqualTo(new Outcome.Settled());
        assertThat(send(key, false)).isEqualTo(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(1_200);
    }

    @Test
    void refusalOfTheAccountWaitsForItsOwner() {
        PayoutId key = key();
        stripe.account().restrict(account);

        assertThat(send(key, false))
                .isInstanceOfSatisfying(
                        Outcome.Declined.class,
                        declined -> {
                            assertThat(declined.reason())
                                    .isEqualTo("insufficient_capabilities_for_transfer");
                            assertThat(declined.nextAction()).contains("onboarding-link");
                        });

        stripe.account().complete(account, "print1");
        assertThat(send(key, false)).isEqualTo(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(1_200);
    }

    @Test
    void whatHasGoneIsFoundAlsoWhenItCanGoNowhereNow() {
        PayoutId key = key();
        stripe.next(Trouble.SILENT_AFTER);
        send(key, false);
        stripe.forgetKeys();

        stripe.next(Trouble.SILENT_BEFORE);
        assertThat(provider.lookFor(key, new Destination.Nowhere()))
                .isEqualTo(new Found.Unclear("no answer"));
        assertThat(provider.lookFor(key, new Destination.Nowhere())).isEqualTo(new Found.Gone());
        assertThat(movedCents()).isEqualTo(1_200);
    }

    @Test
    void whatHasNotGoneIsNotFoundAndGoesNowhere() {
        PayoutId key = key();

        assertThat(provider.lookFor(key, new Destination.ToAccount(account)))
                .isEqualTo(new Found.Nothing());
        for (boolean asked : List.of(true, false)) {
            assertThat(
                            provider.send(
                                    new Instruction(
                                            key,
                                            PartyFixture.BOB,
                                            usd(1_200),
                                            new Destination.Nowhere(),
                                            asked)))
                    .isInstanceOf(Outcome.Declined.class);
        }
        assertThat(movedCents()).isZero();
    }

    @Test
    void refundIsFoundAmongThoseOfItsPayment() {
        var back = new Destination.BackTo(receipt());
        PayoutId key = key();
        assertThat(provider.lookFor(key, back)).isEqualTo(new Found.Nothing());

        provider.send(new Instruction(key, PartyFixture.BOB, usd(700), back, false));

        assertThat(provider.lookFor(key, back)).isEqualTo(new Found.Gone());
        assertThat(provider.lookFor(key(), back)).isEqualTo(new Found.Nothing());
    }

    /** As one that was paid in test mode. */
    @Test
    void whatTheAccountNeverHadItHasNotSentBack() {
        assertThat(provider.lookFor(key(), new Destination.BackTo("pi_of_another_account")))
                .isEqualTo(new Found.Nothing());
    }

    @Test
    void platformWithoutFundsAtStripeTriesAgainLater() {
        stripe.account().change(-FUNDS);

        assertThat(send(key(), false)).isEqualTo(new Outcome.Failed("balance_insufficient"));
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, mode = Mode.EXCLUDE, names = "NONE")
    void whateverGoesWrongMoneyMovesOnce(Trouble trouble) {
        PayoutId key = key();
        stripe.next(trouble);
        send(key, false);
        stripe.forgetKeys();

        assertThat(send(key, true)).isEqualTo(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(1_200);
        assertThat(stripe.account().outgoing().transfers()).isOne();
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, mode = Mode.EXCLUDE, names = "NONE")
    void refundGoesBackOnceWhateverGoesWrong(Trouble trouble) {
        String receipt = receipt();
        long before = stripe.account().balance();
        PayoutId key = key();
        var back =
                new Instruction(
                        key, PartyFixture.BOB, usd(700), new Destination.BackTo(receipt), false);
        stripe.next(trouble);
        provider.send(back);
        stripe.forgetKeys();

        assertThat(provider.send(new Instruction(key, PartyFixture.BOB, usd(700), back.to(), true)))
                .isEqualTo(new Outcome.Settled());
        assertThat(before - stripe.account().balance()).isEqualTo(700);
        assertThat(stripe.account().outgoing().refunds()).isOne();
    }

    @Test
    void disputedPaymentDoesNotGoBack() {
        String receipt = receipt();
        stripe.account().dispute(session(receipt));

        assertThat(
                        provider.send(
                                new Instruction(
                                        key(),
                                        PartyFixture.BOB,
                                        usd(700),
                                        new Destination.BackTo(receipt),
                                        false)))
                .isInstanceOfSatisfying(
                        Outcome.Declined.class,
                        declined -> assertThat(declined.reason()).isEqualTo("charge_disputed"));
    }

    private final PaymentId payment = new PaymentId(UUID.randomUUID());

    /** Of a payment of 20 dollars that was made. */
    private String receipt() {
        var checkout = new StripeCheckout(stripe.settings());
        checkout.open(new Checkout.Request(payment, usd(2_000), "Balance", "group"));
        String session = stripe.account().sessionOf(payment.toString());
        stripe.account().pay(session);
        return stripe.account().behind(session, "payment_intent");
    }

    private String session(String receipt) {
        assertThat(receipt).startsWith("pi_");
        return stripe.account().sessionOf(payment.toString());
    }

    /** Repetitions are answered from what was said before, and so meet no trouble. */
    private void refuseNew(int said) {
        for (int replayed = 0; replayed < said; replayed++) {
            stripe.next(Trouble.NONE);
        }
        stripe.next(Trouble.REFUSED);
    }

    private Outcome send(PayoutId key, boolean asked) {
        return provider.send(instruction(key, usd(1_200), asked));
    }
}
