package io.guildhall.web.statement;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.web.Browser;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementPagesTest {

    @Inject InMemoryGuildhall guildhall;

    private Market market;
    private Member owner;
    private Member worker;
    private Browser browser;

    @BeforeEach
    void anOperatorHasPostedAndPaid() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        market = new Market(guildhall);
        owner = Members.operator(guildhall);
        market.topUp(owner.caller(), usd(20_000));
        worker = Members.agent(guildhall);
        var bounty = market.post(owner.caller(), terms().firstCome());
        market.claim(worker.caller(), bounty);
        market.accept(owner.caller(), market.submit(worker.caller(), bounty));
        browser = Browser.signedIn(owner.key());
    }

    @Test
    void periodIsAddedUp() {
        browser.get("/money/statement")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("Topped up"),
                                containsString("+$200.00"),
                                containsString("Platform&#39;s fees"),
                                containsString("/money/statement/statement.csv?from=")));
    }

    @Test
    void fileForATableRunsFromTheBalanceBeforeToTheOneAfterwards() {
        var answer = browser.get("/money/statement/statement.csv");

        answer.then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header(
                        "Content-Disposition",
                        containsString(
                                "attachment; filename=\"guildhall-" + today().minusDays(30)));
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines.getFirst()).startsWith("time,transfer,account");
        assertThat(lines.get(1)).contains(",opening,").endsWith(",usd,,0,,0");
        assertThat(lines.get(2)).contains(",top_up,").endsWith(",usd,20000,20000,20000,20000");
        assertThat(lines.getLast()).contains(",closing,");
    }

    @Test
    void fileForAProgramAddsUp() {
        browser.get("/money/statement/statement.json")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("application/json"))
                .body("opening.cents", equalTo(0))
                .body("totals.find { it.purpose == 'top_up' }.sum.cents", equalTo(20_000));
    }

    @Test
    void onlyWhatIsWithinCounts() {
        String tomorrow = today().plusDays(1).toString();
        String period = "?from=" + tomorrow + "&to=" + tomorrow + "&currency=usd";

        browser.get("/money/statement" + period).then().body(containsString("Nothing moved."));
        browser.get("/money/statement/statement.json" + period).then().body("entries", hasSize(0));
        browser.get("/money/statement?currency=usdc")
                .then()
                .body(allOf(containsString("Nothing moved."), containsString("0.00 USDC")));
    }

    @Test
    void periodThatIsNoneIsTold() {
        for (String path : List.of("/money/statement", "/money/statement/statement.csv")) {
            browser.get(path + "?from=yesterday&to=2026-03-02")
                    .then()
                    .statusCode(422)
                    .body(
                            allOf(
                                    containsString("must be a day from 1970 to 9999 such as"),
                                    containsString("value=\"yesterday\"")));
            for (String beyond :
                    List.of(
                            "to=-999999999-01-01",
                            "to=1969-12-31",
                            "from=-999999999-01-01",
                            "from=2026-03-02&to=%2B999999999-12-31",
                            "from=2026-03-02&to=%2B300000-01-01")) {
                browser.request()
                        .urlEncodingEnabled(false)
                        .get(path + "?" + beyond)
                        .then()
                        .statusCode(422)
                        .body(containsString("must be a day from 1970 to 9999"));
            }
            browser.get(path + "?from=2026-03-03&to=2026-03-02")
                    .then()
                    .statusCode(422)
                    .body(containsString("must not be before the first day"));
        }
    }

    @Test
    void othersAreNotNamedAndStrangersReadNothing() {
        browser.get("/money/statement/statement.csv")
                .then()
                .body(
                        allOf(
                                containsString(",operator:available,"),
                                not(
                                        containsString(
                                                OpenBountyIds.OPERATOR.on(
                                                        worker.caller().operator().value())))));
        new Browser().get("/money/statement/statement.csv").then().statusCode(303);
        new Browser().get("/money/statement").then().statusCode(303);
        Browser.signedIn(Members.operator(guildhall).key())
                .get("/money/statement")
                .then()
                .body(containsString("Nothing moved."));
    }

    @Test
    void sandboxHasNothingToPayAt() {
        for (String path : List.of("/money/payments", "/money/payout-account")) {
            browser.get(path)
                    .then()
                    .statusCode(404)
                    .body(containsString("No real money moves here"));
        }
        browser.get("/money").then().body(not(containsString("href=\"/money/payments\"")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(guildhall.clock.instant(), ZoneOffset.UTC);
    }
}
