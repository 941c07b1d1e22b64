package io.guildhall.application.contract;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.payment.Chargeback;
import io.guildhall.domain.payment.Checkout.Standing;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Receipt;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.PageRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of Payments keeps. */
public abstract class PaymentsContract extends PortContract {

    @Test
    public void everyStageIsKept() {
        Operator payer = operator();
        Payment requested = requested(payer);
        Payment open = open(requested(payer));
        Payment received = paid(open(requested(payer)), List.of());
        Payment takenBack =
                paid(
                        open(requested(payer)),
                        List.of(
                                new Chargeback("dp-1", usd(2_000), usd(1_500), true),
                                new Chargeback("dp-2", usd(0), usd(1_500), false)));
        Payment ended = told(open(requested(payer)), new Standing.Over("expired"));
        Payment refused = told(requested(payer), new Standing.Over("declined"));
        Payment partlyBack =
                saved(received(payer).giveBack(usd(700), clock.instant()).orThrow().state());

        for (Payment payment :
                List.of(requested, open, received, takenBack, ended, refused, partlyBack)) {
            assertThat(found(payment)).isEqualTo(payment);
        }
        assertThat(unit(() -> ports().payments().find(new PaymentId(ids.next())))).isEmpty();
        leaveNothingDue();
    }

    @Test
    public void paymentForABountyIsKeptWithIt() {
        Operator payer = operator();
        Payment payment = requestedFor(payer, openBounty(payer).id());

        assertThat(found(payment)).isEqualTo(payment);
        leaveNothingDue();
    }

    @Test
    public void bountyHasOnePaymentThatCanStillBeMade() {
        Operator payer = operator();
        BountyId bounty = openBounty(payer).id();
        Payment first = requestedFor(payer, bounty);
        assertThat(underWay(bounty)).contains(first);
        assertLosesRace(() -> ports().payments().add(payment(payer, bounty)));
        Payment open = open(first);
        assertThat(underWay(bounty)).contains(open);
        assertLosesRace(() -> ports().payments().add(payment(payer, bounty)));

        Payment ended = told(open, new Standing.Over("expired"));

        assertThat(underWay(bounty)).isEmpty();
        Payment second = paid(open(requestedFor(payer, bounty)), List.of());
        assertThat(underWay(bounty)).isEmpty();
        requestedFor(payer, bounty);
        // The rail may still think better of the first.
        paid(ended, List.of());
        assertThat(found(second)).isEqualTo(second);
        leaveNothingDue();
    }

    @Test
    public void bountyHasAllItsPaymentsOldestFirst() {
        Operator payer = operator();
        BountyId bounty = openBounty(payer).id();
        Payment ended = told(requestedFor(payer, bounty), new Standing.Over("declined"));
        Payment received = paid(open(requestedFor(payer, bounty)), List.of());
        requestedFor(payer, openBounty(payer).id());
        requested(payer);

        assertThat(unit(() -> ports().payments().ofBounty(bounty, 10)))
                .containsExactly(ended, received);
        assertThat(unit(() -> ports().payments().ofBounty(bounty, 1))).containsExactly(ended);
        leaveNothingDue();
    }

    @Test
    public void paymentIsFoundByItsReceipt() {
        Payment received = received(operator());

        assertThat(unit(() -> ports().payments().byReceipt("pi-" + received.id())))
                .contains(received);
        assertThat(unit(() -> ports().payments().byReceipt("nobody's"))).isEmpty();
    }

    @Test
    public void stageThatSomebodySavedSinceIsARaceLost() {
        Payment stale = requested(operator());
        Payment current = open(stale);

        assertLosesRace(() ->
                ports().payments()
                        .save(
                                stale.record(new Standing.Over("declined"), clock.instant())
                                        .orThrow()
                                        .state()));
        assertThat(found(stale)).isEqualTo(current);
        leaveNothingDue();
    }

    @Test
    public void receiptIsOnePayments() {
        Payment received = received(operator());
        Payment other = open(requested(operator()));

        assertThatThrownBy(() ->
                        unit(() ->
                                ports().payments()
                                        .save(
                                                other.record(
                                                                new Standing.Paid(
                                                                        receipt(
                                                                                received,
                                                                                List.of())),
                                                                clock.instant())
                                                        .orThrow()
                                                        .state())))
                .isInstanceOf(RuntimeException.class);
        leaveNothingDue();
    }

    @Test
    public void thoseToBeAskedAboutAreTakenOldestFirst() {
        leaveNothingDue();
        Operator payer = operator();
        Payment first = requested(payer);
        clock.advance(Duration.ofSeconds(1));
        Payment second = requested(payer);
        received(payer);

        assertThat(due(10)).containsExactly(first, second);
        assertThat(due(1)).containsExactly(first);
        leaveNothingDue();
    }

    @Test
    public void takenPaymentsAreNobodyElses() throws InterruptedException {
        leaveNothingDue();
        Operator payer = operator();
        List<PaymentId> due = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            due.add(requested(payer).id());
        }
        List<PaymentId> takenByAll = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(
                4,
                _ -> {
                    for (int round = 0; round < 4; round++) {
                        takenByAll.addAll(attempt(2));
                    }
                });

        assertThat(takenByAll).containsExactlyInAnyOrderElementsOf(due);
        leaveNothingDue();
    }

    @Test
    public void payerSeesItsOwnNewestFirst() {
        Operator payer = operator();
        requested(operator());
        List<PaymentId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(requested(payer).id());
        }

        assertThat(
                        pageByPage(
                                page -> ports().payments().of(payer.id(), page),
                                payment -> payment.id().value()))
                .extracting(Payment::id)
                .containsExactlyElementsOf(made);
        leaveNothingDue();
    }

    @Test
    public void refundIsAPayoutOfItsPayment() {
        Operator payer = operator();
        Payment received = received(payer);
        Payout refund =
                Payout.refund(
                        new PayoutId(ids.next()),
                        received.id(),
                        payer.id(),
                        usd(500),
                        Rail.STRIPE,
                        clock.instant());
        unit(() -> ports().payouts().add(refund));

        assertThat(unit(() -> ports().payouts().find(refund.id()))).contains(refund);
        assertThat(unit(() -> ports().payouts().of(keyOf(payer), PageRequest.first(5))).items())
                .containsExactly(refund);
        // It is not left for other tests to be found due.
        unit(() -> {
            Payout sending = refund.attempt(clock.instant()).orThrow().state();
            Payout taken = ports().payouts().save(sending);
            ports().payouts()
                    .save(
                            taken.record(
                                            new io.guildhall.domain.payout.PaymentProvider.Outcome
                                                    .Settled(),
                                            taken.attempts(),
                                            clock.instant())
                                    .orThrow()
                                    .state());
        });
    }

    private Payment requested(Operator payer) {
        return requestedFor(payer, null);
    }

    private Payment requestedFor(Operator payer, @Nullable BountyId bounty) {
        Payment payment = payment(payer, bounty);
        unit(() -> ports().payments().add(payment));
        return payment;
    }

    private Payment payment(Operator payer, @Nullable BountyId bounty) {
        return Payment.request(
                new PaymentId(ids.next()),
                payer.id(),
                usd(2_000),
                bounty,
                Rail.STRIPE,
                clock.instant());
    }

    private Optional<Payment> underWay(BountyId bounty) {
        return unit(() -> ports().payments().underWayFor(bounty));
    }

    private Payment open(Payment requested) {
        return told(
                requested,
                new Standing.Waiting(
                        "cs-" + requested.id(),
                        URI.create("https://rail.example/pay"),
                        clock.instant().plus(Duration.ofDays(1))));
    }

    private Payment received(Operator payer) {
        return paid(open(requested(payer)), List.of());
    }

    private Payment paid(Payment open, List<Chargeback> chargebacks) {
        return told(open, new Standing.Paid(receipt(open, chargebacks)));
    }

    private static Receipt receipt(Payment payment, List<Chargeback> chargebacks) {
        return new Receipt("pi-" + payment.id(), usd(88), true, chargebacks);
    }

    private Payment told(Payment payment, Standing standing) {
        return saved(payment.record(standing, clock.instant()).orThrow().state());
    }

    private Payment saved(Payment payment) {
        return unit(() -> ports().payments().save(payment));
    }

    private Payment found(Payment payment) {
        return unit(() -> ports().payments().find(payment.id()).orElseThrow());
    }

    private List<Payment> due(int limit) {
        return unit(() -> ports().payments().takeDue(clock.instant(), limit));
    }

    private List<PaymentId> attempt(int limit) {
        return unit(() ->
                ports().payments().takeDue(clock.instant(), limit).stream()
                        .map(payment ->
                                ports().payments()
                                        .save(payment.attempt(clock.instant()).orThrow().state()))
                        .map(Payment::id)
                        .toList());
    }

    /** What tests left to be asked about comes to its end. */
    private void leaveNothingDue() {
        clock.advance(Duration.ofDays(1));
        while (!unit(
                        () ->
                                ports().payments().takeDue(clock.instant(), 100).stream()
                                        .map(payment ->
                                                ports().payments()
                                                        .save(
                                                                payment.record(
                                                                                new Standing.Over(
                                                                                        "over"),
                                                                                clock.instant())
                                                                        .orThrow()
                                                                        .state()))
                                        .toList())
                .isEmpty()) {
            // There was more.
        }
    }
}
