package io.guildhall.domain.payment;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.payment.Checkout.Standing;
import io.guildhall.domain.payment.PaymentError.RefundTooLarge;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentStagesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));
    private static final Standing WAITING =
            new Standing.Waiting("cs_1", URI.create("https://rail.example/cs_1"), LATER);

    private static final String EXPECTED =
            """
            request:
              nothing -> requested
            ring:
              requested, ended unopened !! payment_wrong_stage
              open -> open
              received, received and taken back -> received
              ended -> ended
            attempt:
              requested -> requested
              open, received, received and taken back, ended, ended unopened !! payment_wrong_stage
            attempt when due:
              requested -> requested
              open -> open
              received, received and taken back, ended, ended unopened !! payment_wrong_stage
            record waiting:
              requested, open -> open
              received, received and taken back -> received
              ended, ended unopened -> ended
            record processing:
              requested !! payment_wrong_stage
              open -> open
              received, received and taken back -> received
              ended, ended unopened -> ended
            record paid:
              requested !! payment_wrong_stage
              open, ended -> received + PaymentReceived
              received -> received
              received and taken back -> received + ChargebackReversed
              ended unopened -> ended
            record paid and taken back:
              requested !! payment_wrong_stage
              open, ended -> received + PaymentReceived, PaymentChargedBack
              received -> received + PaymentChargedBack
              received and taken back -> received
              ended unopened -> ended
            record over:
              requested, open -> ended + PaymentEnded
              received, received and taken back -> received
              ended, ended unopened -> ended
            record unknown:
              requested -> requested
              open -> open
              received, received and taken back -> received
              ended, ended unopened -> ended
            giveBack:
              requested, open, ended, ended unopened !! payment_wrong_stage
              received -> received
              received and taken back !! refund_too_large
            keep:
              requested, open, ended, ended unopened !! payment_wrong_stage
              received, received and taken back -> received
            """;

    private final StateMatrix<Payment> matrix =
            new StateMatrix<>(Payment.class, payment -> payment.stage().word())
                    .state("requested", requested())
                    .state("open", open())
                    .state("received", told(open(), paid()))
                    .state("received and taken back", told(open(), paid(takenBack())))
                    .state("ended", told(open(), new Standing.Over("expired")))
                    .state("ended unopened", told(requested(), new Standing.Over("declined")))
                    .creation("request", () -> Decision.accept(requested()))
                    .command("ring", payment -> payment.ring(NOW))
                    .command("attempt", payment -> payment.attempt(NOW))
                    .command("attempt when due", payment -> payment.attempt(LATER))
                    .command("record waiting", payment -> payment.record(WAITING, NOW))
                    .command(
                            "record processing",
                            payment -> payment.record(new Standing.Processing(), NOW))
                    .command("record paid", payment -> payment.record(paid(), NOW))
                    .command(
                            "record paid and taken back",
                            payment -> payment.record(paid(takenBack()), NOW))
                    .command(
                            "record over",
                            payment -> payment.record(new Standing.Over("expired"), NOW))
                    .command(
                            "record unknown",
                            payment -> payment.record(new Standing.Unknown("no answer"), NOW))
                    .command("giveBack", payment -> payment.giveBack(usd(500), NOW))
                    .command("keep", payment -> payment.keep(usd(0), NOW));

    @Test
    void everyStageAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(payment -> Stream.of(payment.stage()), PaymentStage.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/payment.md",
                matrix.page("The stages of a payment into the house", "PaymentStagesTest"));
    }

    @Test
    void railIsAskedLessAndLessOften() {
        Payment payment = open();
        Duration before = Duration.ZERO;
        for (int asked = 0; asked < 12; asked++) {
            Instant due = java.util.Objects.requireNonNull(payment.lookAt());
            Payment taken = payment.attempt(due).orThrow().state();
            payment = told(taken, new Standing.Unknown("no answer"), due);
            Duration wait = Duration.between(due, payment.lookAt());
            assertThat(wait)
                    .isGreaterThanOrEqualTo(before)
                    .isLessThanOrEqualTo(Duration.ofHours(1));
            before = wait;
        }
        assertThat(before).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takenUpPaymentIsNobodyElsesWhileItsLeaseRuns() {
        Payment taken = requested().attempt(NOW).orThrow().state();

        assertThat(taken.attempt(NOW.plusSeconds(119)).isAccepted()).isFalse();
        assertThat(taken.attempt(NOW.plusSeconds(120)).isAccepted()).isTrue();
    }

    @Test
    void lastLookIsJustAfterThePageHasClosed() {
        Payment payment = open();
        Instant closes = LATER.plusSeconds(15);

        Payment looked =
                told(
                        payment.attempt(LATER.minusSeconds(5)).orThrow().state(),
                        WAITING,
                        LATER.minusSeconds(5));

        assertThat(looked.lookAt()).isBeforeOrEqualTo(closes);
    }

    @Test
    void noMoreGoesBackThanHasCome() {
        Payment once = told(open(), paid()).giveBack(usd(1_500), NOW).orThrow().state();

        assertThat(once.giveBack(usd(501), NOW))
                .isEqualTo(Decision.refuse(new RefundTooLarge(once.id(), usd(500))));
        Payment kept = once.keep(usd(1_500), NOW).orThrow().state();
        assertThat(kept.giveBack(usd(2_000), NOW).isAccepted()).isTrue();
    }

    @Test
    void feeThatIsNotCountedYetIsAskedForAgain() {
        var uncounted = new Receipt("pi_1", usd(0), false, List.of());

        assertThat(told(open(), new Standing.Paid(uncounted)).lookAt())
                .isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(told(open(), paid()).lookAt()).isNull();
    }

    private static Payment requested() {
        return Payment.request(
                new PaymentId(UUID.fromString("0198c0de-0000-7000-8000-0000000000aa")),
                ANN,
                usd(2_000),
                null,
                Rail.STRIPE,
                NOW);
    }

    private static Payment open() {
        return told(requested(), WAITING);
    }

    private static Standing paid(Chargeback... chargebacks) {
        return new Standing.Paid(new Receipt("pi_1", usd(88), true, List.of(chargebacks)));
    }

    private static Chargeback takenBack() {
        return new Chargeback("dp_1", usd(2_000), usd(1_500), true);
    }

    private static Payment told(Payment payment, Standing standing) {
        return told(payment, standing, NOW);
    }

    private static Payment told(Payment payment, Standing standing, Instant now) {
        return payment.record(standing, now).orThrow().state();
    }
}
