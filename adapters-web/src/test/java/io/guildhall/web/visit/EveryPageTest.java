package io.guildhall.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.web.Browser;
import io.guildhall.web.Market;
import io.guildhall.web.Postings;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for each page, whatever is on it. */
@QuarkusTest
class EveryPageTest {

    @Inject InMemoryGuildhall guildhall;
    @Inject Market market;
    @Inject @Any Instance<Object> beans;

    private Member ann;
    private Member agent;
    private BountyId bounty;
    private String page;

    @BeforeEach
    void aBountyOfAnn() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        ann = market.poster();
        agent = market.agent();
        bounty =
                guildhall
                        .useCases
                        .postBounty
                        .handle(Postings.bounty(ann.caller(), "Paint it", MoneyFixture.usd(9_000)))
                        .id();
        page = "/bounties/" + Market.text(bounty);
    }

    @Test
    void headersAllowNothingButOurOwn() {
        Browser browser = Browser.signedIn(ann.key());
        for (String path :
                List.of(
                        "/",
                        "/mine",
                        "/post",
                        page,
                        page + "/edit",
                        page + "/review",
                        page + "/watch",
                        "/money",
                        "/money/statement",
                        "/account")) {
            browser.get(path)
                    .then()
                    .statusCode(200)
                    .header(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                                    + " data:; connect-src 'self'; form-action 'self'; frame-ancestors"
                                    + " 'none'; base-uri 'none'")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "same-origin")
                    .header("Cache-Control", "no-store");
            String body = browser.get(path).asString();
            assertThat(body).doesNotContain("style=\"").doesNotContainPattern("<[^>]+ on[a-z]+=");
            assertThat(body)
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContain("<style");
        }
    }

    @Test
    void strangersReadNothing() {
        Browser stranger = new Browser();
        for (String path :
                List.of(
                        "/",
                        "/mine",
                        "/post",
                        page,
                        page + "/edit",
                        page + "/review",
                        page + "/watch",
                        page + "/watch/stream",
                        "/money",
                        "/money/payouts",
                        "/money/statement",
                        "/money/statement/statement.csv",
                        "/account")) {
            stranger.get(path)
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/sign-in"));
        }
    }

    @Test
    void whatIsNotFundedYetIsItsPostersOwn() {
        Member poor = Members.operator(guildhall);
        BountyId unfunded =
                guildhall
                        .useCases
                        .postBounty
                        .handle(Postings.bounty(poor.caller(), "Later", MoneyFixture.usd(9_000)))
                        .id();
        Browser browser = Browser.signedIn(ann.key());
        String hidden = "/bounties/" + Market.text(unfunded);

        for (String path :
                List.of(hidden, hidden + "/edit", hidden + "/review", hidden + "/watch")) {
            browser.get(path).then().statusCode(404).body(containsString("There is nothing here"));
        }
        Browser.signedIn(poor.key()).get(hidden).then().statusCode(200);
    }

    @Test
    void othersCannotDoWhatIsThePosters() {
        var claim = market.claim(agent, bounty, "Mine, please.", null);
        Browser browser = Browser.signedIn(market.poster().key());

        browser.get(page + "/edit").then().statusCode(403);
        browser.get(page + "/review")
                .then()
                .statusCode(200)
                .body(containsString("Nothing here is yours"));
        String claims = "/claims/" + OpenBountyIds.CLAIM.on(claim.value());
        browser.send("/", claims + "/approve", Map.of()).then().statusCode(404);
        browser.send("/", claims + "/reject", Map.of("reason", "no")).then().statusCode(404);
        browser.send("/", page + "/fund", Map.of()).then().statusCode(409);
        browser.send("/", page + "/cancel", Map.of("reason", "mine")).then().statusCode(409);
        assertThat(guildhall.bounties.find(bounty).orElseThrow().status()).isInstanceOf(Open.class);
    }

    @Test
    void workIsBetweenItsSides() {
        var claim = market.claim(agent, bounty, "", null);
        guildhall.useCases.approveClaim.handle(
                new io.guildhall.application.claim.ApproveClaim.Command(ann.caller(), claim));
        var submission = market.submit(agent, bounty, "Painted in **blue**.");
        String work = "/submissions/" + OpenBountyIds.SUBMISSION.on(submission.value());
        Browser stranger = Browser.signedIn(market.poster().key());

        stranger.get(page + "/review")
                .then()
                .body(org.hamcrest.Matchers.not(containsString("blue")));
        for (String deed : List.of("/accept", "/reject", "/request-revision")) {
            stranger.send("/", work + deed, Map.of("notes", "x")).then().statusCode(404);
        }
        Browser.signedIn(ann.key()).get(page + "/review").then().body(containsString("blue"));
    }

    @Test
    void formOfAnotherSiteIsRefused() {
        Browser browser = Browser.signedIn(ann.key());
        String drawn = browser.get(page).asString();
        for (Map<String, String> headers :
                List.of(
                        Map.of("Origin", "https://evil.example"),
                        Map.of("Origin", "null"),
                        Map.of("Sec-Fetch-Site", "cross-site"),
                        Map.of("Sec-Fetch-Site", "same-site"))) {
            browser.request()
                    .headers(headers)
                    .formParam("form_token", Browser.token(drawn))
                    .formParam("once", Browser.once(drawn))
                    .formParam("reason", "x")
                    .post(page + "/cancel")
                    .then()
                    .statusCode(403)
                    .body(containsString("It was sent from another site."));
        }
        assertThat(guildhall.bounties.find(bounty).orElseThrow().status()).isInstanceOf(Open.class);
    }

    /** Also for pages that somebody adds and does not think of it. */
    @Test
    void everyFormNeedsTheTokenOfItsSession() {
        Browser browser = Browser.signedIn(ann.key());
        String foreign = Browser.token(Browser.signedIn(market.poster().key()).get("/").asString());
        List<String> actions = actions();

        assertThat(actions).contains("/sign-in", "/sign-out", "/post", "/bounties/x/cancel");
        for (String action : actions) {
            for (String token : List.of("", "0".repeat(64), foreign)) {
                browser.post(action, token, "once", Map.of())
                        .then()
                        .statusCode(403)
                        .body(containsString("This form cannot be taken"));
            }
        }
        browser.get("/").then().statusCode(200);
    }

    @Test
    void doubleClickDoesItOnce() {
        Browser browser = Browser.signedIn(ann.key());
        String drawn = browser.get("/post").asString();
        Map<String, String> form = Map.of("title", "Only one", "reward", "5");

        String first =
                browser.post("/post", Browser.token(drawn), Browser.once(drawn), form)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        String second =
                browser.post("/post", Browser.token(drawn), Browser.once(drawn), form)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");

        assertThat(second).isEqualTo(first);
        browser.post(
                        "/post",
                        Browser.token(drawn),
                        Browser.once(drawn),
                        Map.of("title", "Another", "reward", "5"))
                .then()
                .statusCode(422)
                .body(containsString("This form was sent before with something else in it"));
    }

    @Test
    void refusalsAreToldOnThePageAndNothingIsLost() {
        Browser browser = Browser.signedIn(ann.key());

        browser.send(page, page + "/cancel", Map.of("reason", "r".repeat(600)))
                .then()
                .statusCode(409)
                .body(containsString("must be 1 to 500 characters long"))
                .body(containsString("r".repeat(600)));
        browser.send("/post", "/post", Map.of("title", "", "reward", "-1", "description", "kept"))
                .then()
                .statusCode(422)
                .body(containsString("must be an amount such as 150"))
                .body(containsString("kept</textarea>"));
    }

    @Test
    void idsThatAreNoneAreNowhere() {
        Browser browser = Browser.signedIn(ann.key());
        for (String path :
                List.of("/bounties/x", "/bounties/bnt_0/watch", "/bounties/%00/review")) {
            browser.get(path).then().statusCode(404).body(containsString("<!DOCTYPE html>"));
        }
    }

    /** The paths of all forms, with an x where an id is. */
    private List<String> actions() {
        List<String> actions = new ArrayList<>();
        for (var handle : beans.handles()) {
            Class<?> type = handle.getBean().getBeanClass();
            if (type.getPackageName().startsWith("io.guildhall.web")
                    && type.isAnnotationPresent(Path.class)) {
                assertThat(type.isAnnotationPresent(WebPage.class)).as(type.getName()).isTrue();
                String base = type.getAnnotation(Path.class).value();
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(POST.class))
                        .map(method -> path(base, method))
                        .forEach(actions::add);
            }
        }
        return actions;
    }

    private static String path(String base, Method method) {
        Path below = method.getAnnotation(Path.class);
        String whole = below == null ? base : base + "/" + below.value();
        return whole.replaceAll("\\{[^}]*}", "x").replaceAll("/+", "/");
    }
}
