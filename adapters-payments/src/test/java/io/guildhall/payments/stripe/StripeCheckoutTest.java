package io.guildhall.payments.stripe;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.payment.Chargeback;
import io.guildhall.domain.payment.Checkout.Request;
import io.guildhall.domain.payment.Checkout.Standing;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Receipt;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.payments.stripe.StripeStub.Trouble;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payers pay at Stripe's page, and how it stands with one is asked until it is known. */
class StripeCheckoutTest {

    private final StripeStub stripe = StripeStub.start();
    private final StripeCheckout checkout = new StripeCheckout(stripe.settings());
    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private final Request request =
            new Request(payment, usd(2_000), "Balance for paid work", "group-1");

    @AfterEach
    void stripeHadNothingToComplainOf() {
        assertThat(stripe.complaints()).isEmpty();
        stripe.close();
    }

    @Test
    void pageIsOpenedOnceHoweverOftenItIsAskedFor() {
        Standing first = checkout.open(request);
        Standing second = checkout.open(request);

        assertThat(first).isInstanceOf(Standing.Waiting.class).isEqualTo(second);
        assertThat(stripe.account().sessions()).isOne();
        assertThat(checkout.look(session())).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SILENT_BEFORE", "SILENT_AFTER", "TOO_MANY", "UNAUTHORISED"})
    void unclearAnswerIsAskedForAgain(Trouble trouble) {
        stripe.next(trouble);
        assertThat(checkout.open(request)).isInstanceOf(Standing.Unknown.class);

        assertThat(checkout.open(request)).isInstanceOf(Standing.Waiting.class);
        assertThat(stripe.account().sessions()).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SILENT_BEFORE", "ERROR_BEFORE", "TOO_MANY", "UNAUTHORISED", "REFUSED"})
    void whatCannotBeLookedAtIsNotOver(Trouble trouble) {
        checkout.open(request);
        stripe.account().pay(session());
        stripe.next(trouble);

        assertThat(checkout.look(session())).isInstanceOf(Standing.Unknown.class);
        assertThat(checkout.look(session())).isInstanceOf(Standing.Paid.class);
    }

    @Test
    void paymentThatStripeDoesNotTakeIsOver() {
        stripe.next(Trouble.REFUSED);

        assertThat(checkout.open(request)).isEqualTo(new Standing.Over("balance_insufficient"));
    }

    @Test
    void paidPaymentHasAReceiptWithItsFee() {
        checkout.open(request);
        stripe.account().pay(session());

        assertThat(checkout.look(session()))
                .isEqualTo(
                        new Standing.Paid(
                                new Receipt(
                                        stripe.account().behind(session(), "payment_intent"),
                                        usd(StripeAccount.FEE),
                                        true,
                                        List.of())));
    }

    @Test
    void pageThatNobodyPaidAtIsOver() {
        checkout.open(request);
        stripe.account().expire(session());

        assertThat(checkout.look(session())).isEqualTo(new Standing.Over("expired"));
    }

    @Test
    void bankThatTakesItsTimeIsWaitedFor() {
        checkout.open(request);
        stripe.account().promiseToPay(session());
        assertThat(checkout.look(session())).isEqualTo(new Standing.Processing());

        stripe.account().pay(session());
        assertThat(checkout.look(session())).isInstanceOf(Standing.Paid.class);
    }

    @Test
    void bankThatSaysNoEndsIt() {
        checkout.open(request);
        stripe.account().failToPay(session());

        assertThat(checkout.look(session())).isEqualTo(new Standing.Over("payment_failed"));
    }

    @Test
    void chargebackIsToldBySums() {
        checkout.open(request);
        stripe.account().pay(session());
        stripe.account().dispute(session());
        String dispute = stripe.account().behind(session(), "dispute");

        assertThat(chargebacks())
                .containsExactly(new Chargeback(dispute, usd(2_000), usd(1_500), true));
        stripe.account().winDispute(session());
        assertThat(chargebacks())
                .containsExactly(new Chargeback(dispute, usd(0), usd(1_500), false));
    }

    @Test
    void lostChargebackStaysTaken() {
        checkout.open(request);
        stripe.account().pay(session());
        stripe.account().dispute(session());
        stripe.account().loseDispute(session());

        assertThat(chargebacks())
                .extracting(Chargeback::taken, Chargeback::open)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(usd(2_000), false));
    }

    @Test
    void chargebackThatCannotBeReadIsNotTakenForNone() {
        checkout.open(request);
        stripe.account().pay(session());
        stripe.account().dispute(session());
        stripe.trouble(call -> call.equals("get /v1/disputes"));
        stripe.next(Trouble.SILENT_BEFORE);

        assertThat(checkout.look(session())).isInstanceOf(Standing.Unknown.class);
    }

    @Test
    void refundThatFailsLaterHasBounced() {
        PayoutId refund = refunded();
        assertThat(paid().bounced()).isEmpty();

        stripe.account().outgoing().failRefund(refund);

        assertThat(paid().bounced())
                .containsExactly(Map.entry(refund, "refund_expired_or_canceled_card"));
        // Made once more by the same payout, under another key.
        stripe.forgetKeys();
        send(refund);
        assertThat(paid().bounced()).isEmpty();
    }

    @Test
    void refundsThatCannotBeReadAreNotTakenToHaveArrived() {
        stripe.account().outgoing().failRefund(refunded());
        stripe.trouble(call -> call.equals("get /v1/refunds"));
        stripe.next(Trouble.SILENT_BEFORE);

        assertThat(checkout.look(session())).isInstanceOf(Standing.Unknown.class);
    }

    private PayoutId refunded() {
        checkout.open(request);
        stripe.account().pay(session());
        PayoutId refund = new PayoutId(UUID.randomUUID());
        send(refund);
        return refund;
    }

    private void send(PayoutId refund) {
        String receipt = stripe.account().behind(session(), "payment_intent");
        assertThat(
                        new StripePaymentProvider(stripe.settings())
                                .send(
                                        new Instruction(
                                                refund,
                                                PartyFixture.BOB,
                                                usd(700),
                                                new Destination.BackTo(receipt),
                                                true)))
                .isEqualTo(new Outcome.Settled());
    }

    private Standing.Paid paid() {
        return (Standing.Paid) checkout.look(session());
    }

    private List<Chargeback> chargebacks() {
        return paid().receipt().chargebacks();
    }

    private String session() {
        return stripe.account().sessionOf(payment.toString());
    }
}
