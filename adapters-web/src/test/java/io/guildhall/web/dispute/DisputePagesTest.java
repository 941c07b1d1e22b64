package io.guildhall.web.dispute;

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
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.submission.Submission;
import io.guildhall.web.Browser;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DisputePagesTest {

    private static final String EVIDENCE = "I *proved* it <script>alert(1)</script>";

    @Inject InMemoryGuildhall guildhall;

    private Market market;
    private Member poster;
    private Member workshop;
    private Member agent;
    private Bounty bounty;
    private Submission submission;

    @BeforeEach
    void anAgentHasSubmittedItsWork() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        market = new Market(guildhall);
        poster = Members.operator(guildhall);
        workshop = Members.operator(guildhall);
        agent = Members.agentOf(workshop, guildhall);
        market.topUp(poster.caller(), usd(15_000));
        bounty = market.post(poster.caller(), terms().firstCome());
        market.claim(agent.caller(), bounty);
        submission = market.submit(agent.caller(), bounty);
    }

    @Test
    void posterOpensADispute() {
        Browser browser = Browser.signedIn(poster.key());
        String about =
                "/disputes/new?bounty="
                        + OpenBountyIds.BOUNTY.on(bounty.id().value())
                        + "&submission="
                        + OpenBountyIds.SUBMISSION.on(submission.id().value());

        Response opened =
                browser.send(
                        about,
                        "/disputes/new",
                        Map.of(
                                "bounty", OpenBountyIds.BOUNTY.on(bounty.id().value()),
                                "submission", OpenBountyIds.SUBMISSION.on(submission.id().value()),
                                "reason", "It does not compile"));

        opened.then().statusCode(303).header("Location", startsWith("/disputes/dsp_"));
        browser.get(opened.header("Location"))
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("It does not compile"),
                                containsString("side answers; after that"),
                                containsString("Withdraw the dispute")));
    }

    @Test
    void disputeWithoutAReasonIsNotOpened() {
        Browser browser = Browser.signedIn(poster.key());
        String id = OpenBountyIds.BOUNTY.on(bounty.id().value());

        browser.send(
                        "/disputes/new?bounty=" + id,
                        "/disputes/new",
                        Map.of("bounty", id, "reason", " "))
                .then()
                .statusCode(422)
                .body(containsString("id=\"p-reason\""));
    }

    @Test
    void evidenceIsShownToBothSidesAndRunsNothing() {
        Dispute dispute = market.dispute(agent.caller(), submission);
        String page = page(dispute);

        Browser.signedIn(poster.key())
                .send(
                        page,
                        page + "/evidence",
                        Map.of(
                                "content",
                                EVIDENCE,
                                "attachments",
                                "https://example.org/log.txt The log\n"))
                .then()
                .statusCode(303);

        Browser.signedIn(workshop.key())
                .get(page)
                .then()
                .body(
                        allOf(
                                containsString("<em>proved</em>"),
                                not(containsString("<script>alert")),
                                containsString("href=\"https://example.org/log.txt\""),
                                containsString(">The log</a>")));
        assertThat(market.now(dispute).status()).isInstanceOf(DisputeStatus.Answered.class);
    }

    @Test
    void attachmentThatIsNoLinkIsRefusedAndKept() {
        String page = page(market.dispute(agent.caller(), submission));

        Browser.signedIn(poster.key())
                .send(
                        page,
                        page + "/evidence",
                        Map.of("content", "See", "attachments", "javascript:alert(1) The log"))
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("must be an http or https URL"),
                                containsString("javascript:alert(1) The log</textarea>"),
                                not(containsString("href=\"javascript"))));
    }

    @Test
    void otherSideTakesAnOffer() {
        Dispute dispute = market.dispute(poster.caller(), submission);
        String page = page(dispute);
        Browser worker = Browser.signedIn(workshop.key());
        worker.send(page, page + "/offers", Map.of("agentShareBps", "6000")).then().statusCode(303);
        var offer = Objects.requireNonNull(market.now(dispute).offerOf(Side.AGENT));
        String accept = "/offers/" + OpenBountyIds.OFFER.on(offer.id().value()) + "/accept";
        Browser browser = Browser.signedIn(poster.key());
        browser.get(page)
                .then()
                .body(
                        allOf(
                                containsString("60 % for the agent"),
                                containsString("operator gets $81.00"),
                                containsString(accept)));

        browser.send(page, page + accept, Map.of()).then().statusCode(303);

        assertThat(market.now(dispute).status()).isInstanceOf(DisputeStatus.Settled.class);
        assertThat(market.balance(workshop.caller()).available()).isEqualTo(usd(8_100));
        browser.get(page).then().body(containsString("The sides agreed on 60 % for the agent"));
    }

    @Test
    void shareOutOfBoundsIsNotOffered() {
        String page = page(market.dispute(poster.caller(), submission));

        Browser.signedIn(workshop.key())
                .send(page, page + "/offers", Map.of("agentShareBps", "10001"))
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("must be 0 to 10000 basis points"),
                                containsString("value=\"10001\"")));
    }

    @Test
    void arbiterSeesTheSumsBeforeItRules() {
        Member arbiter = Members.arbiter(guildhall);
        Dispute dispute = market.dispute(agent.caller(), submission);
        market.giveEvidence(poster.caller(), dispute);
        String page = page(dispute);
        Browser browser = Browser.signedIn(arbiter.key());

        browser.get(page + "?agentShareBps=2500")
                .then()
                .body(
                        allOf(
                                containsString("Agent, before the fee (25 %)"),
                                containsString("<strong>$33.75</strong>"),
                                containsString("<strong>$112.50</strong>")));
        browser.send(
                        page,
                        page + "/ruling",
                        Map.of(
                                "ruling", "poster",
                                "agentShareBps", "",
                                "notes", "Typed",
                                "preview", "yes"))
                .then()
                .statusCode(200)
                .body(allOf(containsString("<strong>$150.00"), containsString(">Typed<")));
        assertThat(market.now(dispute).status()).isInstanceOf(DisputeStatus.Answered.class);

        browser.send(
                        page,
                        page + "/ruling",
                        Map.of("ruling", "split", "agentShareBps", "2500", "notes", "A quarter"))
                .then()
                .statusCode(303);

        assertThat(market.now(dispute).status()).isInstanceOf(DisputeStatus.Executed.class);
        assertThat(market.balance(workshop.caller()).available()).isEqualTo(usd(3_375));
        browser.get(page)
                .then()
                .body(
                        allOf(
                                containsString("An arbiter ruled for a split: 25 %"),
                                containsString("A quarter")));
    }

    @Test
    void arbiterIsLedToTheWork() {
        Browser browser = Browser.signedIn(Members.arbiter(guildhall).key());
        String review = "/bounties/" + OpenBountyIds.BOUNTY.on(bounty.id().value()) + "/review";
        String anchor = "w-" + OpenBountyIds.SUBMISSION.on(submission.id().value());
        browser.get(review).then().body(not(containsString(anchor)));
        Dispute dispute = market.dispute(agent.caller(), submission);

        browser.get(page(dispute))
                .then()
                .body(containsString("href=\"" + review + "#" + anchor + "\""));

        browser.get(review)
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("id=\"" + anchor + "\""),
                                containsString(submission.work().digest().toString()),
                                not(containsString("/accept\""))));
    }

    @Test
    void rulingWithoutAShareIsNotTaken() {
        Member arbiter = Members.arbiter(guildhall);
        Dispute dispute = market.dispute(agent.caller(), submission);
        market.giveEvidence(poster.caller(), dispute);
        String page = page(dispute);

        Browser.signedIn(arbiter.key())
                .send(page, page + "/ruling", Map.of("ruling", "split", "notes", "Kept"))
                .then()
                .statusCode(422)
                .body(allOf(containsString("must be 1 to 9999"), containsString(">Kept<")));
    }

    @Test
    void partyNeverRules() {
        Dispute dispute = market.dispute(agent.caller(), submission);
        market.giveEvidence(poster.caller(), dispute);
        String page = page(dispute);
        Browser browser = Browser.signedIn(poster.key());

        browser.get(page).then().body(not(containsString("Your reasons")));
        browser.send(page, page + "/ruling", Map.of("ruling", "poster"))
                .then()
                .statusCode(422)
                .body(containsString("Only an arbiter of this installation"));
        assertThat(market.now(dispute).status()).isInstanceOf(DisputeStatus.Answered.class);
    }

    @Test
    void openerTakesItBack() {
        Dispute dispute = market.dispute(poster.caller(), submission);
        String page = page(dispute);

        Browser.signedIn(poster.key())
                .send(page, page + "/withdraw", Map.of())
                .then()
                .statusCode(303);

        assertThat(market.now(dispute).status()).isInstanceOf(DisputeStatus.Withdrawn.class);
    }

    @Test
    void foreignDisputeIsNobodys() {
        Dispute dispute = market.dispute(agent.caller(), submission);
        String page = page(dispute);
        Browser browser = Browser.signedIn(Members.operator(guildhall).key());

        browser.get(page).then().statusCode(404);
        browser.get("/disputes").then().body(not(containsString(page)));
        for (String action : new String[] {"/evidence", "/offers", "/withdraw", "/ruling"}) {
            browser.send(
                            "/disputes",
                            page + action,
                            Map.of("content", "x", "agentShareBps", "1", "ruling", "agent"))
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void listIsNarrowedByStatus() {
        Dispute dispute = market.dispute(agent.caller(), submission);
        Browser browser = Browser.signedIn(poster.key());

        browser.get("/disputes?status=open").then().body(containsString(page(dispute)));
        browser.get("/disputes?status=settled").then().body(not(containsString(page(dispute))));
    }

    private static String page(Dispute dispute) {
        return "/disputes/" + OpenBountyIds.DISPUTE.on(dispute.id().value());
    }
}
