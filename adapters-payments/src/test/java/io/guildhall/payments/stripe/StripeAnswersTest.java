package io.guildhall.payments.stripe;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.payee.PayeeOnboarding.Application;
import io.guildhall.domain.payment.Checkout.Standing;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Found;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.rail.RailUnavailable;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever answers in Stripe's place: no money counts as moved by it, and nothing breaks. */
class StripeAnswersTest {

    private final StripeStub stripe = StripeStub.start();
    private final StripeStub elsewhere = StripeStub.start();
    private final StripePaymentProvider provider = new StripePaymentProvider(stripe.settings());
    private final PayoutId key = new PayoutId(UUID.randomUUID());
    private final Destination account = new Destination.ToAccount("acct_1");
    private final Destination back = new Destination.BackTo("pi_1");

    @AfterEach
    void close() {
        stripe.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "\"x\"",
                "[]",
                "[{}]",
                "{",
                "<html>Welcome to our network</html>",
                "{}",
                "{\"object\": \"list\"}",
                "{\"object\": \"transfer\", \"id\": 7, \"amount\": \"much\", \"metadata\": []}",
                "{\"object\": \"list\", \"data\": 7}",
                "{\"object\": \"list\", \"data\": {\"id\": \"tr_1\"}}",
            })
    void whatIsNoAnswerTellsNothing(String body) {
        stripe.everything(200, body, Map.of());

        for (Destination to : List.of(account, back)) {
            assertThat(send(to)).isInstanceOf(Outcome.Unknown.class);
            assertThat(provider.lookFor(key, to)).isInstanceOf(Found.Unclear.class);
        }
        assertThat(new StripeCheckout(stripe.settings()).look("cs_1"))
                .isInstanceOf(Standing.Unknown.class);
        assertAsksLater();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transfer | another payout's | 1200",
                "transfer | ours | 1",
                "refund | another payout's | 1200",
                "refund | ours | 1",
            })
    void answerAboutSomethingElseSettlesNothing(String object, String whose, long cents) {
        String payout = whose.equals("ours") ? key.toString() : UUID.randomUUID().toString();
        stripe.everything(200, moved(object, payout, cents), Map.of());

        assertThat(send(object.equals("transfer") ? account : back))
                .isEqualTo(new Outcome.Unknown("an answer about something else"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer", "refund"})
    void answerAboutItSettlesIt(String object) {
        stripe.everything(200, moved(object, key.toString(), 1_200), Map.of());

        assertThat(send(object.equals("transfer") ? account : back))
                .isEqualTo(new Outcome.Settled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html>Bad request</html>",
                "{\"error\": null}",
                "{\"error\": 7}",
                "{\"error\": [\"x\"]}",
                "{\"error\": {\"type\": {}, \"code\": []}}",
            })
    void refusalThatCannotBeReadBreaksNothing(String body) {
        for (int status : new int[] {400, 402, 404, 409, 500, 503}) {
            stripe.everything(status, body, Map.of());

            assertThat(send(account)).as("%d", status).isNotInstanceOf(Outcome.Settled.class);
            assertThat(provider.lookFor(key, account))
                    .as("%d", status)
                    .isInstanceOf(Found.Unclear.class);
            assertAsksLater();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowed(int status) {
        elsewhere.everything(200, moved("transfer", key.toString(), 1_200), Map.of());
        stripe.everything(status, "{}", Map.of("Location", elsewhere.url() + "/v1/transfers"));

        assertThat(send(account)).isInstanceOf(Outcome.Unknown.class);
        assertThat(provider.lookFor(key, account)).isInstanceOf(Found.Unclear.class);
        assertAsksLater();

        assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void answerWithoutEndIsNotRead() {
        String more = "\"" + "x".repeat((int) StripeHttp.ANSWER_BYTES_MAX) + "\": 1, \"id\"";
        stripe.everything(
                200, moved("transfer", key.toString(), 1_200).replace("\"id\"", more), Map.of());

        assertThat(send(account)).isEqualTo(new Outcome.Unknown("no answer"));
    }

    @Test
    @Timeout(60)
    void answerThatNeverEndsIsLeftAfterItsTime() {
        StripePaymentProvider impatient =
                new StripePaymentProvider(stripe.settings(Duration.ofMillis(500)));
        stripe.neverEnd();

        assertThat(impatient.send(instruction(account)))
                .isEqualTo(new Outcome.Unknown("no answer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/somewhere", "https:///x", "https://a b/", "x"})
    void nobodyIsSentToWhatIsNoPage(String url) {
        stripe.everything(
                200,
                "{\"object\": \"account_link\", \"url\": \"%s\", \"created\": 1, \"expires_at\": 2}"
                        .formatted(url),
                Map.of());

        assertUnavailable(() -> new StripeOnboarding(stripe.settings()).page("acct_1"));
    }

    @Test
    void standingOfAnotherPageIsNotTakenForThisOnes() {
        stripe.everything(
                200,
                "{\"object\": \"checkout.session\", \"id\": \"cs_2\", \"status\": \"expired\"}",
                Map.of());

        assertThat(new StripeCheckout(stripe.settings()).look("cs_1"))
                .isEqualTo(new Standing.Unknown("it tells of another page"));
        assertThat(new StripeCheckout(stripe.settings()).look("cs_2"))
                .isEqualTo(new Standing.Over("expired"));
    }

    /** All that somebody waits for is refused as what may be there again later. */
    private void assertAsksLater() {
        StripeOnboarding onboarding = new StripeOnboarding(stripe.settings());
        StripeBooks books = new StripeBooks(stripe.settings());
        assertUnavailable(() -> onboarding.serves("DE"));
        assertUnavailable(() ->
                onboarding.open(new Application(UUID.randomUUID(), "Bob", "b@example.org", "DE")));
        assertUnavailable(() -> onboarding.page("acct_1"));
        assertUnavailable(() -> onboarding.facts("acct_1"));
        assertUnavailable(() -> books.held(Currency.USD));
        assertUnavailable(() -> books.lines(Currency.USD, null));
    }

    private static void assertUnavailable(ThrowingCallable asking) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(asking)
                .satisfies(
                        refused -> assertThat(refused.error()).isInstanceOf(RailUnavailable.class));
    }

    private Outcome send(Destination to) {
        return provider.send(instruction(to));
    }

    private Instruction instruction(Destination to) {
        return new Instruction(key, PartyFixture.BOB, usd(1_200), to, false);
    }

    private static String moved(String object, String payout, long cents) {
        return ("{\"object\": \"%s\", \"id\": \"x_1\", \"amount\": %d,"
                        + " \"metadata\": {\"%s\": \"%s\"}}")
                .formatted(object, cents, StripePaymentProvider.PAYOUT, payout);
    }
}
