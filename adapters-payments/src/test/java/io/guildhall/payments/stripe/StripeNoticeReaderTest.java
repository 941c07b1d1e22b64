package io.guildhall.payments.stripe;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import io.guildhall.application.access.Secret;
import io.guildhall.application.inmemory.TestClock;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.payee.PayeeOnboarding.Application;
import io.guildhall.domain.payment.Checkout.Request;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.rail.NoticeNotSigned;
import io.guildhall.domain.rail.RailNoticeReader.About;
import io.guildhall.domain.rail.RailNoticeReader.Told;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Stripe has signed lately is believed, and of that no more than what it is about. */
class StripeNoticeReaderTest {

    private static final String LONGER_THAN_ANY =
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                    + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    private static final String OTHER_SECRET = "whsec_theothersecretwhilerotating";
    private static final String BODY = "{\"id\":\"evt_1\",\"type\":\"charge.updated\"}";

    private final TestClock clock = new TestClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final StripeStub stripe = StripeStub.start();
    private final StripeNoticeReader reader =
            new StripeNoticeReader(
                    new StripeSettings(
                            Secret.of(StripeStub.KEY),
                            List.of(Secret.of(StripeStub.WEBHOOK_SECRET), Secret.of(OTHER_SECRET)),
                            "US",
                            URI.create("https://guildhall.example"),
                            stripe.url(),
                            Duration.ofSeconds(5)),
                    clock);

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void signatureIsTheOneThatStripesOwnLibraryTakes() {
        Instant now = Instant.now();
        String header = StripeStub.signature(BODY, now);
        clock.set(now);

        assertThatCode(() ->
                        Webhook.Signature.verifyHeader(
                                BODY, header, StripeStub.WEBHOOK_SECRET, 300))
                .doesNotThrowAnyException();
        assertThat(reader.read(BODY, header))
                .isEqualTo(new Told("evt_1", "charge.updated", List.of()));
    }

    @Test
    void bothSecretsAreTakenWhileOneReplacesTheOther() {
        Instant now = clock.instant();
        assertThat(reader.read(BODY, StripeStub.signature(BODY, now, OTHER_SECRET)).id())
                .isEqualTo("evt_1");
        String other = StripeStub.signature(BODY, now, "whsec_somebodyelsesaltogether");
        String ours = StripeStub.signature(BODY, now).replaceFirst("t=[0-9]+,", "");
        assertThat(reader.read(BODY, other + "," + ours).id()).isEqualTo("evt_1");
    }

    @Test
    void signatureIsGoodForFiveMinutes() {
        Instant now = clock.instant();
        String header = StripeStub.signature(BODY, now);
        for (Instant time : List.of(now.plusSeconds(300), now.minusSeconds(300))) {
            clock.set(time);
            assertThat(reader.read(BODY, header).id()).isEqualTo("evt_1");
        }
        for (Instant time : List.of(now.plusSeconds(301), now.minusSeconds(301))) {
            clock.set(time);
            assertRefused(BODY, header);
        }
    }

    @Test
    void otherBodyTimeOrSecretIsRefused() {
        Instant now = clock.instant();
        String header = StripeStub.signature(BODY, now);

        assertRefused(BODY + " ", header);
        assertRefused(BODY, StripeStub.signature(BODY, now, "whsec_somebodyelsesaltogether"));
        assertRefused(BODY, header.replaceFirst("t=[0-9]+", "t=" + (now.getEpochSecond() + 1)));
        assertRefused(BODY, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=",
                "v1=",
                "t=1,v1=2",
                "t=99999999999999999999,v1=00",
                "t=-1,v1=00",
                "nonsense",
                ",,,,,,,,,,,,,,,,,,,,,,,,"
            })
    void whatIsNoSignatureIsRefused(String header) {
        assertRefused(BODY, header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"id\":\"evt_1\"}",
                "{\"id\":\"evt 1\",\"type\":\"t\"}"
            })
    void whatIsNoEventIsRefused(String body) {
        assertThatThrownBy(() -> reader.read(body, StripeStub.signature(body, clock.instant())))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.error()).isInstanceOf(Invalid.class));
    }

    @Test
    void eventsOfAPaymentNameIt() {
        PaymentId payment = new PaymentId(UUID.randomUUID());
        new StripeCheckout(stripe.settings())
                .open(new Request(payment, usd(2_000), "Balance", "group"));
        StripeAccount account = stripe.account();
        String session = account.sessionOf(payment.toString());
        account.pay(session);
        String intent = account.behind(session, "payment_intent");
        PayoutId refund = new PayoutId(UUID.randomUUID());
        new StripePaymentProvider(stripe.settings())
                .send(
                        new Instruction(
                                refund,
                                PartyFixture.BOB,
                                usd(500),
                                new Destination.BackTo(intent),
                                false));
        account.outgoing().failRefund(refund);
        account.dispute(session);
        String charge = account.behind(session, "charge");
        String dispute = account.behind(session, "dispute");

        assertThat(about(account.event("evt_1", "checkout.session.completed", session)))
                .contains(new About.OfPayment(payment));
        assertThat(about(account.event("evt_2", "payment_intent.succeeded", intent)))
                .contains(new About.OfPayment(payment), new About.OfReceipt(intent));
        assertThat(about(account.event("evt_3", "charge.updated", charge)))
                .contains(new About.OfPayment(payment), new About.OfReceipt(intent));
        assertThat(about(account.event("evt_4", "charge.dispute.created", dispute)))
                .containsExactly(new About.OfReceipt(intent));
        assertThat(
                        about(
                                account.event(
                                        "evt_5",
                                        "refund.failed",
                                        account.outgoing().refundOf(refund))))
                .containsExactly(new About.OfReceipt(intent));
    }

    @Test
    void eventsOfAnAccountNameIt() {
        String account =
                new StripeOnboarding(stripe.settings())
                        .open(new Application(UUID.randomUUID(), "Bob", "b@example.org", "DE"));

        assertThat(about(stripe.account().event("evt_1", "account.updated", account)))
                .containsExactly(new About.OfPayeeAccount(account));
        assertThat(
                        about(
                                "{\"id\":\"evt_2\",\"type\":\"payout.failed\",\"account\":\"acct_9\",\"data\":{\"object\":{\"object\":\"payout\"}}}"))
                .containsExactly(new About.OfPayeeAccount("acct_9"));
    }

    @Test
    void whatIsUnknownOrSomebodyElsesIsAboutNothing() {
        assertThat(about("{\"id\":\"evt_1\",\"type\":\"price.created\",\"data\":{\"object\":{}}}"))
                .isEmpty();
        assertThat(
                        about(
                                "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"data\":{\"object\":{\"object\":\"checkout.session\",\"client_reference_id\":\"theirs\"}}}"))
                .isEmpty();
    }

    /** It would stand before all others for ever, as nothing can be asked about it. */
    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a b", "\\n", "%", "a\\\"b", LONGER_THAN_ANY})
    void whatNobodyCanLookForIsAboutNothing(String id) {
        String notice =
                """
                {"id": "evt_1", "type": "charge.updated", "account": "%1$s",
                 "data": {"object": {"object": "charge", "payment_intent": "%1$s"}}}
                """
                        .formatted(id);

        assertThat(about(notice)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "[]",
                "{\"object\": 7}",
                "{\"object\": [{}]}",
                "{\"object\": {\"object\": {}, \"metadata\": 7}}",
                "{\"object\": {\"object\": \"charge\", \"payment_intent\": [\"pi_1\"]}}",
                "{\"object\": {\"object\": \"account\", \"id\": {\"a\": 1}}}",
            })
    void whatIsOfAnotherKindIsAboutNothing(String data) {
        assertThat(
                        about(
                                "{\"id\":\"evt_1\",\"type\":\"charge.updated\",\"data\":%s}"
                                        .formatted(data)))
                .isEmpty();
    }

    private List<About> about(String body) {
        return reader.read(body, StripeStub.signature(body, clock.instant())).about();
    }

    private void assertRefused(String body, @Nullable String signature) {
        assertThatThrownBy(() -> reader.read(body, signature))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.error()).isInstanceOf(NoticeNotSigned.class));
    }
}
