package io.guildhall.web.money;

import static io.guildhall.domain.bounty.TermsFixture.terms;
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
import io.guildhall.application.inmemory.ScriptedPaymentProvider.Behaviour;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.web.Browser;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MoneyPagesTest {

    @Inject InMemoryGuildhall guildhall;

    private Market market;
    private Member owner;
    private Browser browser;

    @BeforeEach
    void anOperatorIsSignedIn() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        market = new Market(guildhall);
        owner = Members.operator(guildhall);
        browser = Browser.signedIn(owner.key());
    }

    @Test
    void topUpIsDoneOnceHoweverOftenItIsSent() {
        String drawn = browser.get("/money/top-up").asString();

        for (int click = 0; click < 2; click++) {
            browser.post(
                            "/money/top-up",
                            Browser.token(drawn),
                            Browser.once(drawn),
                            Map.of("amount", "1,250.50", "currency", "usd"))
                    .then()
                    .statusCode(303)
                    .header("Location", "/money?said=topped_up");
        }

        assertThat(market.balance(owner.caller()).available()).isEqualTo(usd(125_050));
        browser.get("/money")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("$1,250.50"),
                                containsString("Top up"),
                                containsString("+$1,250.50")));
    }

    @Test
    void amountThatIsNoneIsTold() {
        browser.send("/money/top-up", "/money/top-up", Map.of("amount", "lots", "currency", "usd"))
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("must be an amount such as 150"),
                                containsString("value=\"lots\"")));
    }

    @Test
    void moreThanThereIsIsNotWithdrawn() {
        market.topUp(owner.caller(), usd(1_000));

        browser.send(
                        "/money/withdraw",
                        "/money/withdraw",
                        Map.of("amount", "10.01", "currency", "usd"))
                .then()
                .statusCode(422)
                .body(containsString("The balance does not cover"));

        assertThat(market.balance(owner.caller()).available()).isEqualTo(usd(1_000));
    }

    @Test
    void withdrawalIsFollowedAsAPayout() {
        market.topUp(owner.caller(), usd(1_000));

        String next =
                browser.send(
                                "/money/withdraw",
                                "/money/withdraw",
                                Map.of("amount", "10", "currency", "usd"))
                        .then()
                        .statusCode(303)
                        .header("Location", startsWith("/money/payouts/pay_"))
                        .extract()
                        .header("Location");

        browser.get(next)
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("It waits for its turn"),
                                containsString("$10.00"),
                                containsString("Withdrawal")));
        browser.get("/money").then().body(containsString("On its way out</dt><dd>$10.00"));
    }

    @Test
    void blockedPayoutSaysWhatToDo() {
        market.topUp(owner.caller(), usd(1_000));
        guildhall.useCases.sendPayouts.handle(100);
        guildhall.provider.next(Behaviour.DECLINES);
        var payout = market.withdraw(owner.caller(), usd(1_000));
        guildhall.useCases.sendPayouts.handle(10);

        browser.get("/money/payouts/" + OpenBountyIds.PAYOUT.on(payout.id().value()))
                .then()
                .body(
                        allOf(
                                containsString("Waits for you"),
                                containsString("account_closed"),
                                containsString("Name another account")));
        browser.get("/money/payouts").then().body(containsString("Name another account"));
    }

    @Test
    void foreignPayoutIsNobodys() {
        Member other = Members.operator(guildhall);
        market.topUp(other.caller(), usd(1_000));
        var payout = market.withdraw(other.caller(), usd(1_000));

        browser.get("/money/payouts/" + OpenBountyIds.PAYOUT.on(payout.id().value()))
                .then()
                .statusCode(404);
        browser.get("/money/payouts/nonsense").then().statusCode(404);
        browser.get("/money").then().body(not(containsString("$10.00")));
    }

    @Test
    void accountsOfOthersAreNotNamed() {
        market.topUp(owner.caller(), usd(15_000));
        Member worker = Members.agent(guildhall);
        Bounty bounty = market.post(owner.caller(), terms().firstCome());
        market.claim(worker.caller(), bounty);
        market.accept(owner.caller(), market.submit(worker.caller(), bounty));

        browser.get("/money")
                .then()
                .body(
                        allOf(
                                containsString("Another operator"),
                                containsString("Platform fees"),
                                not(containsString(worker.caller().operator().toString()))));
    }

    @Test
    void statementGoesOnWhereThePageEnded() {
        for (int entry = 0; entry < 30; entry++) {
            market.topUp(owner.caller(), usd(1 + entry));
        }

        String first = browser.get("/money").asString();
        assertThat(first).contains("+$0.30").doesNotContain("+$0.05");
        String link = first.substring(first.indexOf("/money?after="));

        browser.get(link.substring(0, link.indexOf('"')))
                .then()
                .body(allOf(containsString("+$0.05"), not(containsString("+$0.30"))));
    }

    @Test
    void strangersAreSentToSignIn() {
        for (String path : new String[] {"/money", "/money/payouts", "/money/top-up"}) {
            new Browser().get(path).then().statusCode(303);
        }
    }
}
