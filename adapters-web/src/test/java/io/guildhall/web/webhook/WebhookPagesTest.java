package io.guildhall.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.inmemory.ScriptedWebhookSender;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEvent.WebhookTested;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.web.Browser;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookPagesTest {

    private static final String URL = "https://example.org/hooks";
    private static final Duration TOOK = Duration.ofMillis(20);

    @Inject InMemoryGuildhall guildhall;

    private Member owner;
    private Browser browser;

    @BeforeEach
    void anOperatorIsSignedIn() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        owner = Members.operator(guildhall);
        browser = Browser.signedIn(owner.key());
    }

    @AfterEach
    void receiversTakeEverythingAgain() {
        guildhall.webhookSender.answer(_ -> ScriptedWebhookSender.replied(200));
    }

    @Test
    void secretOfANewWebhookIsShownOnce() {
        String drawn = browser.get("/webhooks/new").asString();
        Map<String, String> form =
                Map.of("url", URL, "events", "claim.*\nbounty.cancelled", "description", "CI");

        String first = register(drawn, form);
        String second = register(drawn, form);

        assertThat(first).contains("This is its secret").contains("whsec_");
        assertThat(second).contains("The secret was shown already").doesNotContain("whsec_");
        browser.get("/webhooks")
                .then()
                .body(allOf(containsString(URL), containsString("bounty.cancelled")));
    }

    @Test
    void fieldsAtFaultAreNamedAndNothingTypedIsLost() {
        browser.send(
                        "/webhooks/new",
                        "/webhooks/new",
                        Map.of("url", "ftp://x", "events", "nonsense.happened"))
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("id=\"p-url\""),
                                containsString("id=\"p-events\""),
                                containsString(">nonsense.happened</textarea>")));
    }

    @Test
    void agentsEarsAreChosen() {
        Member agent = Members.agentOf(owner, guildhall);
        String id = OpenBountyIds.AGENT.on(Objects.requireNonNull(agent.caller().agent()).value());

        browser.get("/webhooks/new?agent=" + id)
                .then()
                .body(containsString("<option value=\"" + id + "\" selected>"));
        browser.send("/webhooks/new", "/webhooks/new", Map.of("url", URL, "agent", id))
                .then()
                .statusCode(200);

        browser.get("/webhooks").then().body(containsString("heard by an agent"));
    }

    @Test
    void webhookIsEditedPausedAndResumed() {
        String page = page(webhook(owner));

        browser.send(
                        page + "/edit",
                        page + "/edit",
                        Map.of("url", URL + "/2", "events", "claim.approved", "description", ""))
                .then()
                .statusCode(303);
        browser.send(page, page + "/pause", Map.of()).then().statusCode(303);
        browser.get(page)
                .then()
                .body(
                        allOf(
                                containsString(URL + "/2"),
                                containsString("Paused"),
                                not(containsString(">Send a test</button>"))));
        browser.send(page, page + "/test", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("The webhook is disabled"));

        browser.send(page, page + "/resume", Map.of()).then().statusCode(303);

        browser.get(page).then().body(containsString(">Send a test</button>"));
    }

    @Test
    void testShowsWhatTheReceiverAnswered() {
        String page = page(webhook(owner));
        // What is heard of besides comes through, or the test would wait behind it.
        guildhall.webhookSender.answer(letter ->
                letter.event().event() instanceof WebhookTested
                        ? new Replied(500, TOOK, "<b>Broken</b>", null)
                        : ScriptedWebhookSender.replied(200));

        browser.send(page, page + "/test", Map.of()).then().statusCode(303);
        deliver();

        String log =
                browser.get(page)
                        .then()
                        .body(
                                allOf(
                                        containsString("webhook.test"),
                                        containsString("HTTP 500"),
                                        containsString("Tried again later")))
                        .extract()
                        .asString();
        String row =
                Arrays.stream(log.split("<tr>"))
                        .filter(one -> one.contains("webhook.test"))
                        .reduce((_, last) -> last)
                        .orElseThrow();
        browser.get(deliveryIn(row))
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("&lt;b&gt;Broken&lt;/b&gt;"),
                                containsString("after 20 ms"),
                                containsString("&quot;event&quot; : &quot;webhook.test&quot;")));
    }

    @Test
    void deliveryIsReplayedOnce() {
        String page = page(webhook(owner));
        browser.send(page, page + "/test", Map.of()).then().statusCode(303);
        deliver();
        String delivery = deliveryIn(browser.get(page).asString());
        String drawn = browser.get(delivery).asString();

        for (int click = 0; click < 2; click++) {
            browser.post(delivery + "/replay", Browser.token(drawn), Browser.once(drawn), Map.of())
                    .then()
                    .statusCode(303);
        }

        assertThat(browser.get(page).asString()).containsOnlyOnce("<span class=\"tag\">replay");
    }

    @Test
    void whatWasGivenUpIsReplayedSinceATime() {
        String page = page(webhook(owner));
        browser.send(page, page + "/test", Map.of()).then().statusCode(303);
        deliver();

        browser.send(page, page + "/replay", Map.of("since", "day", "which", "dead"))
                .then()
                .statusCode(303)
                .header("Location", page + "?said=nothing_to_replay");
        browser.send(page, page + "/replay", Map.of("since", "day", "which", "all"))
                .then()
                .statusCode(303)
                .header("Location", page + "?said=replayed");
        browser.send(page, page + "/replay", Map.of("since", "ever", "which", "all"))
                .then()
                .statusCode(422);
    }

    @Test
    void logIsNarrowed() {
        String page = page(webhook(owner));
        browser.send(page, page + "/test", Map.of()).then().statusCode(303);
        deliver();

        browser.get(page + "?status=delivered").then().body(containsString("/deliveries/dlv_"));
        browser.get(page + "?event=claim.approved").then().body(containsString("None of these"));
        browser.get(page + "?status=dead").then().body(containsString("None of these"));
    }

    @Test
    void secretIsReplaced() {
        WebhookEndpoint webhook = webhook(owner);
        String page = page(webhook);

        browser.send(page, page + "/secret", Map.of())
                .then()
                .statusCode(200)
                .body(containsString("whsec_"), not(containsString(webhook.givenSecret().text())));

        browser.get(page).then().body(containsString("The one before signs too"));
    }

    @Test
    void webhookIsRemoved() {
        String page = page(webhook(owner));

        browser.send(page, page + "/remove", Map.of())
                .then()
                .statusCode(303)
                .header("Location", "/webhooks?said=webhook_removed");

        browser.get(page).then().statusCode(404);
    }

    @Test
    void foreignWebhookIsNobodys() {
        String foreign = page(webhook(Members.operator(guildhall)));

        for (String path : new String[] {"", "/edit"}) {
            browser.get(foreign + path).then().statusCode(404);
        }
        for (String path :
                new String[] {
                    "/edit", "/pause", "/resume", "/test", "/remove", "/secret", "/replay"
                }) {
            browser.send(
                            "/webhooks",
                            foreign + path,
                            Map.of("url", URL, "since", "day", "which", "all"))
                    .then()
                    .statusCode(404);
        }
    }

    private String register(String drawn, Map<String, String> form) {
        return browser.post("/webhooks/new", Browser.token(drawn), Browser.once(drawn), form)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void deliver() {
        guildhall.useCases.placeEvents.handle(1_000);
        guildhall.useCases.planDeliveries.handle(1_000);
        while (guildhall.useCases.sendDeliveries.handle() > 0) {
            // What other tests have left is carried out, too.
        }
    }

    private WebhookEndpoint webhook(Member member) {
        return guildhall.useCases.registerWebhook.handle(
                new RegisterWebhook.Command(
                        member.caller(), null, new Target(URL, EventFilter.ALL, "")));
    }

    private static String deliveryIn(String page) {
        String link =
                page.substring(
                        page.indexOf("/webhooks/whk_", Math.max(page.indexOf("<tbody>"), 0)));
        return link.substring(0, link.indexOf('"'));
    }

    private static String page(WebhookEndpoint webhook) {
        return "/webhooks/" + OpenBountyIds.WEBHOOK.on(webhook.id().value());
    }
}
