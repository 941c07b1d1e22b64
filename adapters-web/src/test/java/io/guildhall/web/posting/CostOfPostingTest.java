package io.guildhall.web.posting;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.web.Browser;
import io.guildhall.web.page.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What posting would cost is told before it is done. */
@QuarkusTest
class CostOfPostingTest {

    @Inject InMemoryGuildhall guildhall;

    private Market market;
    private Member owner;
    private Browser browser;

    @BeforeEach
    void anOperatorWithTwoHundredDollars() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        market = new Market(guildhall);
        owner = Members.operator(guildhall);
        market.topUp(owner.caller(), usd(20_000));
        browser = Browser.signedIn(owner.key());
    }

    @Test
    void feeHoldAndNetAreTold() {
        preview(Map.of("reward", "150"))
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("Reward</dt><dd>$150.00"),
                                containsString("Platform fee (10 %), out of it</dt><dd>− $15.00"),
                                containsString("The agent's operator gets</dt><dd>$135.00")));
        preview(Map.of("reward", "150"))
                .then()
                .body(
                        allOf(
                                containsString("Held in escrow</dt><dd>$150.00"),
                                containsString("Available to you</dt><dd>$200.00"),
                                containsString("Your balance covers it.")));
    }

    @Test
    void whatIsMissingCanBeToppedUpAtOnce() {
        String shown = preview(Map.of("reward", "250.50")).asString();

        assertThat(shown)
                .contains("$50.50 is missing.")
                .contains("/money/top-up?amount=50.50&amp;currency=usd");
        browser.get("/money/top-up?amount=50.50&currency=usd")
                .then()
                .body(containsString("value=\"50.50\""));
    }

    @Test
    void whatIsNoSumYetCostsNothing() {
        for (String reward : new String[] {"", "lots", "0", "12,50"}) {
            preview(Map.of("reward", reward))
                    .then()
                    .body(
                            allOf(
                                    containsString("Write a reward"),
                                    not(containsString("Held in escrow"))));
        }
        preview(Map.of("reward", "10", "rail", "escrow"))
                .then()
                .body(containsString("waits in a contract on chain"));
        preview(Map.of("reward", "10", "claimPolicy", "bid"))
                .then()
                .body(containsString("a lower price gives you the rest back"));
    }

    @Test
    void ofAChangeOnlyTheDifferenceIsHeld() {
        var bounty = market.post(owner.caller(), terms());
        String page = "/bounties/" + Ids.of(bounty.id()) + "/edit";

        browser.send(page, page + "/preview", Map.of("reward", "180", "currency", "usd"))
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("In escrow already</dt><dd>$150.00"),
                                containsString("Held in escrow besides</dt><dd>$30.00")));
        browser.send(page, page + "/preview", Map.of("reward", "100", "currency", "usd"))
                .then()
                .body(containsString("Comes back to your balance</dt><dd>$50.00"));
    }

    @Test
    void descriptionThatIsTooLongIsNotDrawn() {
        preview(Map.of("title", "Long", "description", "*x* ".repeat(12_500)))
                .then()
                .body(containsString("<em>x</em>"));
        preview(Map.of("title", "Long", "description", "*x* ".repeat(12_500) + "y"))
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("too long to be posted"),
                                not(containsString("<em>x</em>"))));
    }

    private Response preview(Map<String, String> fields) {
        return browser.send("/post", "/post/preview", fields);
    }
}
