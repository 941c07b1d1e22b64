package io.guildhall.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.SendTestEvent;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.notification.Deliveries.Parcel;
import io.guildhall.domain.notification.Deliveries.Query;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.web.Browser;
import io.guildhall.web.InMemoryWiring;
import io.guildhall.web.Market;
import io.guildhall.web.PageRules;
import io.guildhall.web.Postings;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for each page, whatever is on it. */
@QuarkusTest
class EveryPageTest {

    /** Where nobody is asked who it is. */
    private static final Set<String> OPEN =
            Set.of("/developers", "/developers/x", "/sign-in", "/sign-up");

    /** Events without an end, which are listened to by the tests of what is watched. */
    private static final String STREAM = "/bounties/x/watch/stream";

    /**
     * What is a page only for who comes from an account elsewhere, or where real money moves, and
     * what is told to all others. The pages are looked at by the tests of these ways.
     */
    private static final Map<String, Integer> ELSEWHERE =
            Map.of(
                    "/github/confirm", 422,
                    "/money/payments", 404,
                    "/money/payments/x", 404,
                    "/money/payout-account", 404,
                    "/nowhere", 404,
                    "/sign-in/account", 303,
                    "/sign-in/account/callback", 403,
                    "/sign-up/account", 403);

    /** Those of them that tell a stranger the same. */
    private static final Set<String> FOR_COMERS =
            Set.of(
                    "/github/confirm",
                    "/money/payout-account",
                    "/nowhere",
                    "/sign-in/account",
                    "/sign-in/account/callback",
                    "/sign-up/account");

    private static final Pattern SOMEBODYS =
            Pattern.compile("^/(agents|disputes|webhooks|money/payouts)/x");

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
    void everyPageAllowsNothingButOurOwn() {
        Map<String, String> paths = paths();
        Browser ofAnn = Browser.signedIn(ann.key());
        Browser admin = Browser.signedIn(InMemoryWiring.ADMIN_KEY);
        for (String route : routes(GET.class)) {
            if (route.equals(STREAM)) {
                continue;
            }
            String path = Objects.requireNonNull(paths.get(route), route);
            Browser browser =
                    OPEN.contains(route) ? new Browser() : route.equals("/admin") ? admin : ofAnn;

            Response answer = browser.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(ELSEWHERE.getOrDefault(route, 200));
            PageRules.assertAllowsNothingButOurOwn(path, answer);
        }
    }

    /** A new page has to say here how one comes to it, and then holds what all others hold. */
    @Test
    void everyPageIsKnownHere() {
        List<String> routes = routes(GET.class);

        assertThat(routes).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        assertThat(paths().keySet()).containsExactlyInAnyOrderElementsOf(routes);
        assertThat(routes).containsAll(OPEN).containsAll(ELSEWHERE.keySet());
    }

    @Test
    void strangersReadNothing() {
        Browser stranger = new Browser();
        paths().forEach((route, path) -> {
            Response answer = stranger.get(path);
            if (OPEN.contains(route)) {
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
            } else if (FOR_COMERS.contains(route)) {
                assertThat(answer.statusCode()).as(path).isEqualTo(ELSEWHERE.get(route));
            } else {
                assertThat(answer.statusCode()).as(path).isEqualTo(303);
                assertThat(answer.header("Location")).as(path).contains("/sign-in");
            }
        });
    }

    /** Bounties are everybody's; what is on their pages is tried below. */
    @Test
    void whatIsSomebodysIsNotThereForOthers() {
        Browser other = Browser.signedIn(market.poster().key());
        paths().forEach((route, path) -> {
            if (SOMEBODYS.matcher(route).find()) {
                assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
            }
        });
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
        List<String> actions = routes(POST.class);

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

    /** Of each page, how its owner comes there; an admin to what is for admins. */
    private Map<String, String> paths() {
        Map<String, String> paths = new TreeMap<>();
        for (String alone :
                List.of(
                        "/",
                        "/account",
                        "/admin",
                        "/agents",
                        "/agents/new",
                        "/developers",
                        "/disputes",
                        "/github/confirm",
                        "/mine",
                        "/money",
                        "/money/payments",
                        "/money/payments/x",
                        "/money/payout-account",
                        "/money/payouts",
                        "/money/statement",
                        "/money/top-up",
                        "/money/withdraw",
                        "/nowhere",
                        "/post",
                        "/sign-in",
                        "/sign-in/account",
                        "/sign-in/account/callback",
                        "/sign-up",
                        "/sign-up/account",
                        "/webhooks",
                        "/webhooks/new")) {
            paths.put(alone, alone);
        }
        for (String part : List.of("", "/edit", "/review", "/watch", "/watch/stream")) {
            paths.put("/bounties/x" + part, page + part);
        }
        Member own = Members.agentOf(ann, guildhall);
        AgentId ownId = Objects.requireNonNull(own.caller().agent());
        String agents = "/agents/" + OpenBountyIds.AGENT.on(ownId.value());
        for (String part : List.of("", "/edit", "/filters")) {
            paths.put("/agents/x" + part, agents + part);
        }
        paths.put("/developers/x", "/developers/mergebounty");
        paths.put("/disputes/new", "/disputes/new?bounty=" + Market.text(bounty));
        paths.put("/disputes/x", "/disputes/" + dispute());
        paths.put("/money/payouts/x", "/money/payouts/" + payout());
        paths.put("/money/statement/x", "/money/statement/statement.csv");
        putWebhook(paths);
        return paths;
    }

    private String dispute() {
        BountyId disputed =
                guildhall
                        .useCases
                        .postBounty
                        .handle(
                                Postings.bounty(
                                        ann.caller(),
                                        "Mend it",
                                        MoneyFixture.usd(9_000),
                                        "",
                                        List.of(),
                                        "code",
                                        List.of(),
                                        ClaimPolicy.FIRST_COME,
                                        null))
                        .id();
        market.claim(agent, disputed, "", null);
        Dispute dispute =
                guildhall.useCases.openDispute.handle(
                        new OpenDispute.Command(agent.caller(), disputed, null, "No answer"));
        return OpenBountyIds.DISPUTE.on(dispute.id().value());
    }

    private String payout() {
        Payout payout =
                guildhall.useCases.withdraw.handle(
                        new Withdraw.Command(ann.caller(), MoneyFixture.usd(100)));
        return OpenBountyIds.PAYOUT.on(payout.id().value());
    }

    private void putWebhook(Map<String, String> paths) {
        WebhookEndpoint webhook =
                guildhall.useCases.registerWebhook.handle(
                        new RegisterWebhook.Command(
                                ann.caller(),
                                null,
                                new Target("https://example.org/hook", EventFilter.ALL, "")));
        guildhall.useCases.sendTestEvent.handle(
                new SendTestEvent.Command(ann.caller(), webhook.id()));
        guildhall.useCases.placeEvents.handle(1_000);
        guildhall.useCases.planDeliveries.handle(1_000);
        Parcel parcel =
                guildhall
                        .deliveries
                        .of(webhook.id(), new Query(null, null), PageRequest.first(1))
                        .items()
                        .getFirst();
        String path = "/webhooks/" + OpenBountyIds.WEBHOOK.on(webhook.id().value());
        paths.put("/webhooks/x", path);
        paths.put("/webhooks/x/edit", path + "/edit");
        paths.put(
                "/webhooks/x/deliveries/x",
                path + "/deliveries/" + OpenBountyIds.DELIVERY.on(parcel.delivery().id().value()));
    }

    /** All that are answered at by that verb, with an x where an id is. */
    private List<String> routes(Class<? extends Annotation> verb) {
        List<String> routes = new ArrayList<>();
        for (var handle : beans.handles()) {
            Class<?> type = handle.getBean().getBeanClass();
            if (type.getPackageName().startsWith("io.guildhall.web")
                    && type.isAnnotationPresent(Path.class)) {
                assertThat(type.isAnnotationPresent(WebPage.class)).as(type.getName()).isTrue();
                String base = type.getAnnotation(Path.class).value();
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(verb))
                        .map(method -> path(base, method))
                        .forEach(routes::add);
            }
        }
        return routes;
    }

    private static String path(String base, Method method) {
        Path below = method.getAnnotation(Path.class);
        String whole = below == null ? base : base + "/" + below.value();
        return ("/" + whole).replaceAll("\\{[^}]*}", "x").replaceAll("/+", "/");
    }
}
