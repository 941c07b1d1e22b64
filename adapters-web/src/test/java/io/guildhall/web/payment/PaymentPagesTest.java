package io.guildhall.web.payment;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.web.Browser;
import io.guildhall.web.PageRules;
import io.guildhall.web.RealMoneyProfile;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where money comes and goes at a processor. */
@QuarkusTest
@TestProfile(RealMoneyProfile.class)
class PaymentPagesTest {

    @Inject InMemoryGuildhall guildhall;

    private Market market;
    private Member owner;
    private Browser browser;

    @BeforeEach
    void anOperatorIsSignedIn() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        guildhall.rail.recover();
        market = new Market(guildhall);
        owner = Members.operator(guildhall);
        browser = Browser.signedIn(owner.key());
    }

    @Test
    void paymentIsFollowedUntilItHasCome() {
        String page = asked("500");
        browser.get(page).then().body(containsString("Stripe is making the page"));

        follow();
        browser.get(page)
                .then()
                .body(
                        allOf(
                                containsString("Waits for you"),
                                containsString("href=\"https://rail.example/page-"),
                                not(containsString("Refund it"))));

        pay(page);
        browser.get(page)
                .then()
                .body(
                        allOf(
                                containsString("The money is on your balance."),
                                containsString("At most $500.00 of this payment"),
                                not(containsString("hx-get"))));
        browser.get("/money/payments")
                .then()
                .body(
                        allOf(
                                containsString("For the balance"),
                                containsString("$500.00"),
                                containsString("Received")));
        assertThat(market.balance(owner.caller()).available()).isEqualTo(usd(50_000));
    }

    @Test
    void refundGoesBackToWhereItCameFromOnce() {
        String page = paid("500");
        String drawn = browser.get(page).asString();
        String next = "";

        for (int click = 0; click < 2; click++) {
            next =
                    browser.post(
                                    page + "/refund",
                                    Browser.token(drawn),
                                    Browser.once(drawn),
                                    Map.of("amount", "120"))
                            .then()
                            .statusCode(303)
                            .header("Location", startsWith("/money/payouts/pay_"))
                            .extract()
                            .header("Location");
        }

        assertThat(market.balance(owner.caller()).available()).isEqualTo(usd(38_000));
        browser.get(next)
                .then()
                .body(
                        allOf(
                                containsString("goes back to where it came from"),
                                containsString("href=\"" + page + "\"")));
        browser.get(page)
                .then()
                .body(
                        allOf(
                                containsString("Given back</dt><dd>$120.00"),
                                containsString("At most $380.00")));
    }

    @Test
    void moreThanIsLeftOfItIsNotRefunded() {
        String page = paid("20");

        browser.send(page, page + "/refund", Map.of("amount", "20.01"))
                .then()
                .statusCode(409)
                .body(
                        allOf(
                                containsString("can go back to where it came from"),
                                containsString("value=\"20.01\"")));
        browser.send(page, page + "/refund", Map.of("amount", "all"))
                .then()
                .statusCode(409)
                .body(containsString("must be an amount such as 150"));

        assertThat(market.balance(owner.caller()).available()).isEqualTo(usd(2_000));
    }

    @Test
    void chargebackIsTold() {
        String page = paid("20");
        guildhall.rail.chargeBack(id(page));
        ring(page);

        browser.get(page)
                .then()
                .body(
                        allOf(
                                containsString("Charged back</dt><dd>$20.00"),
                                not(containsString("Refund it"))));
    }

    @Test
    void foreignPaymentIsNobodys() {
        String page = paid("20");
        Browser other = Browser.signedIn(Members.operator(guildhall).key());

        other.get(page).then().statusCode(404);
        other.send("/money", page + "/refund", Map.of("amount", "1")).then().statusCode(404);
        other.get("/money/payments").then().body(containsString("No payments"));
        browser.get("/money/payments/nonsense").then().statusCode(404);
    }

    /** They are not there where {@code EveryPageTest} looks at all others. */
    @Test
    void pagesAllowNothingButOurOwnAndStrangersReadNone() {
        for (String page : List.of("/money/payments", paid("20"), "/money/payout-account")) {
            Response answer = browser.get(page);

            answer.then().statusCode(200);
            PageRules.assertAllowsNothingButOurOwn(page, answer);
            new Browser()
                    .get(page)
                    .then()
                    .statusCode(303)
                    .header("Location", startsWith("/sign-in"));
        }
    }

    @Test
    void eligibilityIsToldBeforeAnythingIsAsked() {
        browser.get("/money/payout-account")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("See first whether you can have one"),
                                not(containsString("Open an account at Stripe"))));
        browser.get("/money/payout-account?country=DE")
                .then()
                .body(
                        allOf(
                                containsString("You can be paid in Germany."),
                                containsString("Open an account at Stripe")));
        browser.get("/money/payout-account?country=KP")
                .then()
                .body(
                        allOf(
                                containsString("cannot pay you in North Korea"),
                                not(containsString("Open an account at Stripe"))));
        browser.get("/money/payout-account?country=nowhere")
                .then()
                .statusCode(422)
                .body(containsString("must be two capital letters"));
    }

    @Test
    void accountIsOpenedAndCompletedAtTheProcessor() {
        onboard(Map.of("country", "DE"))
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("You are sent to <strong>rail.example</strong>"),
                                containsString("href=\"https://rail.example/account-")));
        lookAtAccounts();
        browser.get("/money/payout-account")
                .then()
                .body(
                        allOf(
                                containsString("Waits for you"),
                                containsString("external account"),
                                containsString("Germany")));

        guildhall.rail.complete(reference(), "bank-1");
        guildhall.clock.advance(Duration.ofHours(7));
        lookAtAccounts();

        browser.get("/money/payout-account").then().body(containsString("Stripe pays out to it."));
        paid("50");
        browser.send(
                        "/money/withdraw",
                        "/money/withdraw",
                        Map.of("amount", "10", "currency", "usd"))
                .then()
                .statusCode(303);
    }

    @Test
    void replacingAnAccountTwiceReplacesItOnce() {
        onboard(Map.of("country", "DE"));
        lookAtAccounts();
        String drawn = browser.get("/money/payout-account?country=FR").asString();
        String mark = drawn.replaceAll("(?s).*name=\"replace\" value=\"([0-9a-f]+)\".*", "$1");
        Map<String, String> form = Map.of("country", "FR", "replace", mark);
        browser.post("/money/payout-account", Browser.token(drawn), "once", form)
                .then()
                .statusCode(200);
        String first = reference();

        browser.post("/money/payout-account", Browser.token(drawn), "once", form)
                .then()
                .statusCode(200);

        assertThat(reference()).isEqualTo(first);
        browser.get("/money/payout-account").then().body(containsString("France"));
    }

    @Test
    void withoutAnAccountNothingIsWithdrawn() {
        paid("50");
        browser.get("/money/withdraw")
                .then()
                .body(containsString("href=\"/money/payout-account\""));

        browser.send(
                        "/money/withdraw",
                        "/money/withdraw",
                        Map.of("amount", "10", "currency", "usd"))
                .then()
                .statusCode(422)
                .body(containsString("you have none yet"));

        browser.get("/money")
                .then()
                .body(
                        allOf(
                                containsString("href=\"/money/payments\""),
                                containsString("href=\"/money/payout-account\"")));
    }

    private Response onboard(Map<String, String> form) {
        return browser.send("/money/payout-account", "/money/payout-account", form);
    }

    private String reference() {
        return String.valueOf(
                guildhall.payeeAccounts.of(owner.caller().operator()).orElseThrow().reference());
    }

    private void lookAtAccounts() {
        guildhall.useCases.followPayees.handle(100);
    }

    private String asked(String amount) {
        return browser.send(
                        "/money/top-up",
                        "/money/top-up",
                        Map.of("amount", amount, "currency", "usd"))
                .then()
                .statusCode(303)
                .header("Location", startsWith("/money/payments/pmt_"))
                .extract()
                .header("Location");
    }

    private String paid(String amount) {
        String page = asked(amount);
        follow();
        pay(page);
        return page;
    }

    private void pay(String page) {
        guildhall.rail.pay(id(page));
        ring(page);
    }

    private void ring(String page) {
        var payment = guildhall.payments.find(id(page)).orElseThrow();
        guildhall.transactions.run(() ->
                guildhall.payments.save(payment.ring(guildhall.clock.instant()).orThrow().state()));
        follow();
    }

    private void follow() {
        guildhall.useCases.followPayments.handle(100);
    }

    private static PaymentId id(String page) {
        return new PaymentId(
                OpenBountyIds.PAYMENT.off(page.substring(page.lastIndexOf('/') + 1)).orElseThrow());
    }
}
