package io.guildhall.web.agent;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.notification.SaveBountyFilters;
import io.guildhall.application.party.ReturnFromGithub;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentStatus;
import io.guildhall.domain.party.Caller;
import io.guildhall.web.Browser;
import io.guildhall.web.DrawnForm;
import io.guildhall.web.PageRules;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentPagesTest {

    private static final Map<String, String> NEW_AGENT =
            Map.of("name", "Refactorer", "description", "**Careful**", "capabilities", "java, go");

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
    void keyOfANewAgentIsShownOnce() {
        String drawn = browser.get("/agents/new").asString();

        String first = register(drawn).then().statusCode(200).extract().asString();
        String second = register(drawn).then().statusCode(200).extract().asString();

        assertThat(first).contains("This is its key").contains("obk_live_");
        assertThat(second).contains("The key was shown already").doesNotContain("obk_live_");
        browser.get("/agents")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("Refactorer"),
                                containsString("<span class=\"tag\">go</span>")));
    }

    @Test
    void fieldsAtFaultAreNamedAndNothingTypedIsLost() {
        browser.send(
                        "/agents/new",
                        "/agents/new",
                        Map.of("name", " ", "description", "Typed", "capabilities", "java"))
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("id=\"p-name\""),
                                containsString(">Typed</textarea>"),
                                containsString("value=\"java\"")));
    }

    @Test
    void agentIsEdited() {
        String page = page(agent());

        browser.send(
                        page + "/edit",
                        page + "/edit",
                        Map.of("name", "Other", "description", "# Big", "capabilities", ""))
                .then()
                .statusCode(303)
                .header("Location", page + "?said=agent_edited");

        browser.get(page)
                .then()
                .body(allOf(containsString("<h1>Other</h1>"), containsString("<h3>Big</h3>")));
    }

    @Test
    void agentIsSuspendedAndResumed() {
        AgentId agent = agent();
        String page = page(agent);

        browser.send(page, page + "/suspend", Map.of()).then().statusCode(303);
        assertThat(status(agent)).isInstanceOf(AgentStatus.Suspended.class);
        browser.get(page).then().body(containsString(">Resume</button>"));

        browser.send(page, page + "/resume", Map.of()).then().statusCode(303);
        assertThat(status(agent)).isInstanceOf(AgentStatus.Active.class);
    }

    @Test
    void keyIsReplaced() {
        String page = page(agent());

        browser.send(page, page + "/keys", Map.of("revokeOthers", "yes"))
                .then()
                .statusCode(200)
                .body(containsString("obk_live_"));
    }

    @Test
    void agentWithAClaimIsNotDeactivated() {
        AgentId agent = agent();
        String page = page(agent);
        Member poster = Members.operator(guildhall);
        market.topUp(poster.caller(), usd(15_000));
        Bounty bounty = market.post(poster.caller(), terms().firstCome());
        market.claim(Caller.agent(agent, owner.caller().operator()), bounty);

        browser.send(page, page + "/deactivate", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("The agent holds an active claim"));

        assertThat(status(agent)).isInstanceOf(AgentStatus.Active.class);
    }

    @Test
    void agentIsDeactivatedForGood() {
        AgentId agent = agent();
        String page = page(agent);

        browser.send(page, page + "/deactivate", Map.of()).then().statusCode(303);

        assertThat(status(agent)).isInstanceOf(AgentStatus.Deactivated.class);
        browser.get(page).then().body(not(containsString("Replace the key")));
    }

    @Test
    void scoreIsDrawnAndTold() {
        Member agent = Members.agentOf(owner, guildhall);
        Member poster = Members.operator(guildhall);
        market.topUp(poster.caller(), usd(30_000));
        for (int work = 0; work < 2; work++) {
            Bounty bounty = market.post(poster.caller(), terms().firstCome());
            market.claim(agent.caller(), bounty);
            market.accept(poster.caller(), market.submit(agent.caller(), bounty));
            guildhall.clock.advance(Duration.ofMinutes(5));
        }

        browser.get(page(Objects.requireNonNull(agent.caller().agent())))
                .then()
                .body(
                        allOf(
                                containsString("<polyline"),
                                containsString("The score over the latest 2 works"),
                                containsString("<td>Accepted</td>")));
    }

    @Test
    void filtersTakeThePlaceOfThoseBefore() {
        AgentId agent = agent();
        String page = page(agent);

        browser.send(
                        page + "/filters",
                        page + "/filters",
                        Map.of(
                                "capabilities0", "java, go",
                                "categories0", "",
                                "minReward0", "150.50",
                                "currency0", "usd",
                                "policy0", "bid"))
                .then()
                .statusCode(303);

        assertThat(guildhall.bountyFilters.of(agent))
                .singleElement()
                .satisfies(filter -> assertThat(filter.minRewardCents()).isEqualTo(15_050));
        browser.get(page).then().body(containsString("asks for java or go"));
        browser.get(page + "/filters").then().body(containsString("value=\"150.50\""));
    }

    @Test
    void filtersSavedAsTheyAreDrawnStay() {
        AgentId agent = agent();
        String filters = page(agent) + "/filters";
        var wanted =
                List.of(
                        new BountyFilter(
                                List.of("java", "go"),
                                List.of("code"),
                                Currency.USDC,
                                15_050,
                                Set.of(ClaimPolicy.APPROVAL, ClaimPolicy.BID)),
                        new BountyFilter(
                                List.of(), List.of(), null, 0, Set.of(ClaimPolicy.FIRST_COME)));
        guildhall.useCases.saveBountyFilters.handle(
                new SaveBountyFilters.Command(owner.caller(), agent, wanted));

        browser.send(filters, DrawnForm.in(browser.get(filters).asString(), filters))
                .then()
                .statusCode(303);

        assertThat(guildhall.bountyFilters.of(agent)).isEqualTo(wanted);
    }

    @Test
    void filterAtFaultIsNamedAndKept() {
        String page = page(agent());

        browser.send(
                        page + "/filters",
                        page + "/filters",
                        Map.of("capabilities0", "java", "minReward0", "much", "policy0", "bid"))
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("Number 1 must be an amount"),
                                containsString("value=\"bid\" checked"),
                                containsString("value=\"much\"")));
    }

    @Test
    void operatorIsSentToGithub() {
        browser.send("/agents", "/github/authorize", Map.of())
                .then()
                .statusCode(200)
                .body(containsString("href=\"https://github.example/login/oauth/authorize?state="));
    }

    @Test
    void accountThatCameBackIsLinkedByWhoeverBeganItAlone() {
        String code = cameBack(browser.send("/agents", "/github/authorize", Map.of()));
        String page = "/github/confirm?code=" + code;
        PageRules.assertAllowsNothingButOurOwn(page, browser.get(page));

        for (Browser other :
                List.of(new Browser(), Browser.signedIn(Members.operator(guildhall).key()))) {
            other.get(page)
                    .then()
                    .statusCode(200)
                    .body(
                            allOf(
                                    containsString("close this page"),
                                    containsString("POST /api/github/confirm"),
                                    containsString(code),
                                    not(containsString("action=\"/github/confirm\""))));
        }
        Browser other = Browser.signedIn(Members.operator(guildhall).key());
        other.send("/agents", "/github/confirm", Map.of("code", code)).then().statusCode(422);
        browser.get("/agents").then().body(not(containsString("Linked to")));

        browser.send(page, "/github/confirm", Map.of("code", code))
                .then()
                .statusCode(303)
                .header("Location", "/agents?said=github_linked");
        browser.get("/agents").then().body(containsString("Linked to <strong>octobot"));
        browser.get(page).then().statusCode(422).body(containsString("was used already"));
    }

    @Test
    void accountOfAnAgentThatCameBackIsLinkedFromThePageToo() {
        AgentId agent = agent();
        guildhall.transactions.run(() -> guildhall.agentLinks.add(AgentLink.of(agent, null)));
        String code = cameBack(browser.send(page(agent), page(agent) + "/github", Map.of()));

        browser.send("/github/confirm?code=" + code, "/github/confirm", Map.of("code", code))
                .then()
                .statusCode(303)
                .header("Location", page(agent) + "?said=github_linked");

        assertThat(guildhall.agentLinks.find(agent).map(AgentLink::github)).isPresent();
    }

    /** Somebody has followed the page's link to GitHub, and consented there. */
    private String cameBack(Response toGithub) {
        String state =
                toGithub.then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .replaceAll("(?s).*[?&](amp;)?state=([A-Za-z0-9_-]+).*", "$2");
        long account = UUID.randomUUID().getLeastSignificantBits() >>> 1;
        guildhall.codeHost.willSay(state, new GithubAccount(account, "octobot"));
        return guildhall.useCases.returnFromGithub.handle(
                new ReturnFromGithub.Command(state, state));
    }

    @Test
    void agentWithoutAWalletIsNotSentToGithub() {
        String page = page(agent());

        browser.send(page, page + "/github", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("has no wallet"));
    }

    @Test
    void foreignAgentIsNobodys() {
        String foreign = page(Objects.requireNonNull(Members.agent(guildhall).caller().agent()));

        for (String path : new String[] {"", "/edit", "/filters"}) {
            browser.get(foreign + path).then().statusCode(404);
        }
        for (String path :
                new String[] {
                    "/edit", "/suspend", "/resume", "/deactivate", "/keys", "/filters", "/github"
                }) {
            browser.send("/agents", foreign + path, Map.of("name", "Mine now"))
                    .then()
                    .statusCode(404);
        }
        browser.get("/agents/nonsense").then().statusCode(404);
    }

    @Test
    void strangersAreSentToSignIn() {
        new Browser().get("/agents").then().statusCode(303).header("Location", endsWith("agents"));
    }

    @Test
    void nothingTypedBecomesMarkup() {
        browser.send(
                        "/agents/new",
                        "/agents/new",
                        Map.of(
                                "name",
                                "<script>alert(1)</script>",
                                "description",
                                "<img src=x onerror=alert(1)> [x](javascript:alert(1))",
                                "capabilities",
                                "<b>"))
                .then()
                .statusCode(200);

        String list = browser.get("/agents").asString();
        assertThat(list).doesNotContain("<script>alert").doesNotContain("<img src=x");
        String own = list.substring(list.indexOf("/agents/agt_"));
        browser.get(own.substring(0, own.indexOf('"')))
                .then()
                .statusCode(200)
                .body(
                        not(containsString("<script>alert")),
                        not(containsString("<img")),
                        not(containsString("javascript:")));
    }

    private Response register(String drawn) {
        return browser.post("/agents/new", Browser.token(drawn), Browser.once(drawn), NEW_AGENT);
    }

    private AgentId agent() {
        return Objects.requireNonNull(Members.agentOf(owner, guildhall).caller().agent());
    }

    private AgentStatus status(AgentId id) {
        return guildhall.agents.find(id).map(Agent::status).orElseThrow();
    }

    private static String page(AgentId agent) {
        return "/agents/" + OpenBountyIds.AGENT.on(agent.value());
    }
}
