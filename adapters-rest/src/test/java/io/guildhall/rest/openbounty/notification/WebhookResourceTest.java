package io.guildhall.rest.openbounty.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.ScriptedWebhookSender;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookResourceTest {

    private static final String URL = "https://example.org/hooks";

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;

    @BeforeEach
    void newcomers() {
        // What others left waiting is not sent in this test.
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
        carry();
    }

    @AfterEach
    void receiversTakeEverythingAgain() {
        guildhall.webhookSender.answer(_ -> ScriptedWebhookSender.replied(200));
    }

    @Test
    void webhookIsShownWholeAndItsSecretOnce() {
        String registered =
                scene.poster
                        .post(
                                "/api/webhooks",
                                """
                                {"url": "%s", "events": ["claim.*"], "description": "Our desk"}
                                """
                                        .formatted(URL))
                        .then()
                        .statusCode(201)
                        .body("id", startsWith("whk_"))
                        .body("secret", startsWith("whsec_"))
                        .extract()
                        .path("id");

        scene.poster
                .get("/api/webhooks/" + registered)
                .then()
                .statusCode(200)
                .body("id", equalTo(registered))
                .body("url", equalTo(URL))
                .body("events", contains("claim.*"))
                .body("description", equalTo("Our desk"))
                .body("operator_id", equalTo(scene.posterId))
                .body("agent_id", nullValue())
                .body("status", equalTo("enabled"))
                .body("disabled_reason", nullValue())
                .body("disabled_at", nullValue())
                .body("failing_since", nullValue())
                .body("previous_secret_expires_at", nullValue())
                .body("created_at", equalTo(now()))
                .body("updated_at", equalTo(now()))
                .body(
                        "allowed_actions",
                        contains("edit", "disable", "test", "rotate_secret", "replay", "remove"))
                .body("$", not(hasKey("secret")));
        scene.poster.get("/api/webhooks").then().body("items.id", contains(registered));
    }

    @Test
    void secretIsNotShownWhenTheAnswerIsRepeated() {
        String json = "{\"url\": \"" + URL + "\"}";

        String first =
                scene.poster
                        .postOnce("/api/webhooks", json, "register-1")
                        .then()
                        .statusCode(201)
                        .body("secret", startsWith("whsec_"))
                        .extract()
                        .path("id");

        scene.poster
                .postOnce("/api/webhooks", json, "register-1")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first))
                .body("secret", nullValue());
        scene.poster.get("/api/webhooks").then().body("items", hasSize(1));
    }

    @Test
    void operatorManagesItsAgentsWebhooksAndAnAgentItsOwn() {
        String agents =
                register(scene.workshop, ", \"agent_id\": \"" + scene.agentId + "\"")
                        .body("agent_id", equalTo(scene.agentId))
                        .extract()
                        .path("id");
        String own = register(scene.workshop, "").extract().path("id");
        String byAgent =
                register(scene.agent, "")
                        .body("agent_id", equalTo(scene.agentId))
                        .extract()
                        .path("id");

        scene.workshop.get("/api/webhooks").then().body("items.id", contains(byAgent, own, agents));
        scene.agent.get("/api/webhooks").then().body("items.id", contains(byAgent, agents));
        scene.agent.get("/api/webhooks/" + own).then().statusCode(404);
        scene.poster
                .get("/api/webhooks/" + own)
                .then()
                .statusCode(404)
                .body("reason", equalTo("webhook_not_found"));
        scene.poster
                .post(
                        "/api/webhooks",
                        "{\"url\": \"%s\", \"agent_id\": \"%s\"}".formatted(URL, scene.agentId))
                .then()
                .statusCode(404);
    }

    @Test
    void fieldsThatCannotBeTakenAreNamed() {
        refused("{}", "url");
        refused("{\"url\": \"http://example.org\"}", "url");
        refused("{\"url\": \"https://169.254.169.254/\"}", "url");
        refused("{\"url\": \"%s\", \"agent_id\": \"x\"}".formatted(URL), "agent_id");
        refused(
                "{\"url\": \"%s\", \"events\": [\"claim.created\", \"bounty.eaten\"]}"
                        .formatted(URL),
                "events[1]");
        refused(
                "{\"url\": \"%s\", \"description\": \"%s\"}".formatted(URL, "a".repeat(501)),
                "description");
    }

    @Test
    void webhookIsEditedSwitchedOffAndOnAndRemoved() {
        String address = registered();

        scene.poster
                .patch(
                        address,
                        """
                        {"url": "https://example.org/other", "events": [], "status": "disabled"}
                        """)
                .then()
                .statusCode(200)
                .body("url", equalTo("https://example.org/other"))
                .body("events", empty())
                .body("status", equalTo("disabled"))
                .body("disabled_reason", equalTo("by_owner"))
                .body("disabled_at", equalTo(now()))
                .body("allowed_actions", contains("edit", "enable", "rotate_secret", "remove"));
        scene.poster
                .post(address + "/test", "{}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("webhook_disabled"))
                .body("current_status", equalTo("disabled"));
        scene.poster
                .patch(address, "{\"status\": \"enabled\"}")
                .then()
                .body("status", equalTo("enabled"))
                .body("disabled_reason", nullValue());
        scene.poster
                .patch(address, "{\"status\": \"removed\"}")
                .then()
                .statusCode(422)
                .body("details.field", contains("status"));

        scene.poster.delete(address).then().statusCode(204);
        scene.poster.get(address).then().statusCode(404);
        scene.poster.delete(address).then().statusCode(404);
    }

    @Test
    void secretIsReplacedWithAnOverlap() {
        String address = registered();

        scene.poster
                .post(address + "/rotate-secret", "{\"overlap_hours\": 2}")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .body(
                        "previous_secret_expires_at",
                        equalTo(guildhall.clock.instant().plus(Duration.ofHours(2)).toString()));
        scene.poster
                .post(address + "/rotate-secret", "{\"overlap_hours\": 0}")
                .then()
                .body("previous_secret_expires_at", nullValue());
        scene.poster
                .post(address + "/rotate-secret", "{\"overlap_hours\": 169}")
                .then()
                .statusCode(422)
                .body("details.field", contains("overlap_hours"));
    }

    @Test
    void deliveryIsLoggedWithItsRequestAndEveryAttempt() {
        String address = registered();
        guildhall.webhookSender.answer(_ -> ScriptedWebhookSender.replied(500));
        scene.poster
                .post(address + "/test", "{}")
                .then()
                .statusCode(202)
                .body("event", equalTo("webhook.test"))
                .body("webhook_id", equalTo(Scene.id(address)))
                .body("url", equalTo(URL));
        carry();

        ValidatableResponse delivery =
                scene.poster.get(address + "/deliveries").then().statusCode(200);

        delivery.body("items", hasSize(1))
                .body("items[0].id", startsWith("dlv_"))
                .body("items[0].webhook_id", equalTo(Scene.id(address)))
                .body("items[0].event", equalTo("webhook.tested"))
                .body("items[0].event_id", startsWith("evt_"))
                .body("items[0].status", equalTo("pending"))
                .body("items[0].reason", nullValue())
                .body("items[0].replay", equalTo(false))
                .body("items[0].planned_at", equalTo(now()))
                .body("items[0].ended_at", nullValue())
                .body("items[0].attempts", hasSize(1))
                .body("items[0].attempts[0].duration_ms", equalTo(20))
                .body("items[0].attempts[0].response_status", equalTo(500))
                .body("items[0].attempts[0].response_body_start", equalTo(""))
                .body("items[0].attempts[0].error", equalTo("status_500"))
                .body("items[0].request.url", equalTo(URL))
                .body("items[0].request.headers.'content-type'", equalTo("application/json"))
                .body("items[0].request.headers.'webhook-signature'", equalTo("v1,…"))
                .body("items[0].request.body.event", equalTo("webhook.test"))
                .body("items[0].request.body.webhook_id", equalTo(Scene.id(address)))
                .body("items[0].allowed_actions", empty());
        String next = delivery.extract().path("items[0].attempts[0].next_attempt_at");
        assertThat(Instant.parse(next)).isAfter(guildhall.clock.instant());
        delivery.body("items[0].next_attempt_at", equalTo(next));
        String eventId = delivery.extract().path("items[0].event_id");
        delivery.body("items[0].request.headers.'webhook-id'", equalTo(eventId))
                .body("items[0].request.body.id", equalTo(eventId));
        String id = delivery.extract().path("items[0].id");
        scene.poster
                .get(address + "/deliveries/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        scene.poster.get(registered() + "/deliveries/" + id).then().statusCode(404);
        scene.workshop.get(address + "/deliveries").then().statusCode(404);
    }

    @Test
    void logIsSearchedByStatusAndEvent() {
        String address = registered();
        scene.poster.post(address + "/test", "{}").then().statusCode(202);
        carry();

        scene.poster
                .get(address + "/deliveries?status=delivered&event=webhook.tested")
                .then()
                .body("items", hasSize(1));
        scene.poster.get(address + "/deliveries?status=dead").then().body("items", empty());
        scene.poster.get(address + "/deliveries?event=claim.created").then().body("items", empty());
        scene.poster
                .get(address + "/deliveries?status=eaten")
                .then()
                .statusCode(400)
                .body("details.field", hasItem("status"));
    }

    @Test
    void deliveryIsReplayedByItselfOrWithAllSinceATime() {
        String address = registered();
        String since = now();
        scene.poster.post(address + "/test", "{}").then().statusCode(202);
        carry();
        String first =
                scene.poster.get(address + "/deliveries").then().extract().path("items[0].id");

        String again =
                scene.poster
                        .post(address + "/deliveries/" + first + "/replay", "{}")
                        .then()
                        .statusCode(202)
                        .body("status", equalTo("pending"))
                        .body("replay", equalTo(true))
                        .body("id", not(equalTo(first)))
                        .extract()
                        .path("event_id");
        scene.poster
                .get(address + "/deliveries/" + first)
                .then()
                .body("event_id", equalTo(again))
                .body("status", equalTo("delivered"))
                .body("allowed_actions", contains("replay"));
        scene.poster
                .post(address + "/deliveries/" + first + "/replay", "{}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("delivery_pending"));
        carry();
        scene.poster
                .post(address + "/replay", "{\"since\": \"%s\"}".formatted(since))
                .then()
                .statusCode(202)
                .body("replayed", equalTo(0));
        scene.poster
                .post(
                        address + "/replay",
                        "{\"since\": \"%s\", \"status\": \"all\"}".formatted(since))
                .then()
                .statusCode(202)
                .body("replayed", equalTo(1))
                .body("next_since", nullValue());
        for (String broken :
                List.of(
                        "{}",
                        "{\"since\": \"yesterday\"}",
                        "{\"since\": \"2026-01-01\"}",
                        "{\"since\": \"+300000-01-01T00:00:00Z\"}",
                        "{\"since\": \"-1000000000-01-01T00:00:00Z\"}")) {
            scene.poster
                    .post(address + "/replay", broken)
                    .then()
                    .statusCode(422)
                    .body("details.field", contains("since"));
        }
    }

    @Test
    void bountyFiltersAreSavedAndShown() {
        String address = "/api/agents/" + scene.agentId + "/bounty-filters";
        scene.agent.get(address).then().statusCode(200).body("filters", empty());

        scene.workshop
                .put(
                        address,
                        """
                        {"filters": [{"capabilities": ["java"], "categories": ["code"], "currency": "usdc",
                          "min_reward_cents": 5000, "claim_policies": ["bid", "first_come"]}, {}]}
                        """)
                .then()
                .statusCode(200);

        scene.agent
                .get(address)
                .then()
                .body("filters", hasSize(2))
                .body("filters[0].capabilities", contains("java"))
                .body("filters[0].categories", contains("code"))
                .body("filters[0].currency", equalTo("usdc"))
                .body("filters[0].min_reward_cents", equalTo(5_000))
                .body("filters[0].claim_policies", contains("first_come", "bid"))
                .body("filters[1].capabilities", empty())
                .body("filters[1].currency", nullValue())
                .body("filters[1].min_reward_cents", equalTo(0));
        scene.poster.get(address).then().statusCode(404);
        for (var broken :
                List.of(
                        List.of("{}", "filters"),
                        List.of("{\"filters\": [{\"currency\": \"eur\"}]}", "filters[0].currency"),
                        List.of(
                                "{\"filters\": [{\"claim_policies\": [\"luck\"]}]}",
                                "filters[0].claim_policies[0]"),
                        List.of(
                                "{\"filters\": [{\"min_reward_cents\": -1}]}",
                                "filters[0].min_reward_cents"))) {
            scene.agent
                    .put(address, broken.getFirst())
                    .then()
                    .statusCode(422)
                    .body("details.field", contains(broken.getLast()));
        }
    }

    private String registered() {
        return "/api/webhooks/"
                + register(scene.poster, ", \"events\": [\"claim.approved\"]")
                        .extract()
                        .<String>path("id");
    }

    private static ValidatableResponse register(Client client, String more) {
        return client.post("/api/webhooks", "{\"url\": \"%s\"%s}".formatted(URL, more))
                .then()
                .statusCode(201);
    }

    private void refused(String json, String field) {
        scene.poster
                .post("/api/webhooks", json)
                .then()
                .statusCode(422)
                .body("details.field", contains(field));
    }

    private void carry() {
        guildhall.useCases.placeEvents.handle(100_000);
        while (guildhall.useCases.planDeliveries.handle(500)) {
            // There is more.
        }
        guildhall.useCases.sendDeliveries.handle();
    }

    private String now() {
        return guildhall.clock.instant().toString();
    }
}
