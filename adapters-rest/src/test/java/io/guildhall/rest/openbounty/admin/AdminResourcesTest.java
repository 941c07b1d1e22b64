package io.guildhall.rest.openbounty.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.InMemoryWiring;
import io.guildhall.rest.jobtobot.TaskScene;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AdminResourcesTest {

    private static final String NOBODY = "00000000000000000000000001";
    private static final String WHY = "{\"reason\": \"It had to be\"}";

    @Inject InMemoryGuildhall guildhall;

    private final Client admin = new Client(InMemoryWiring.ADMIN_KEY);
    private Scene scene;

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
    }

    /** Others that share the memory want to post. */
    @AfterEach
    void letEverythingGoOn() {
        admin.post("/api/admin/funding-freezes/lift", WHY);
        admin.post("/api/admin/workers/payouts/resume", WHY);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, audit",
        "GET, suspensions",
        "GET, workers",
        "GET, payouts",
        "GET, funding-freezes",
        "GET, bounties/bnt_" + NOBODY,
        "POST, operators/opr_" + NOBODY + "/suspend",
        "POST, operators/opr_" + NOBODY + "/resume",
        "POST, agents/agt_" + NOBODY + "/suspend",
        "POST, agents/agt_" + NOBODY + "/resume",
        "POST, workers/payouts/pause",
        "POST, workers/payouts/resume",
        "POST, payouts/pay_" + NOBODY + "/retry",
        "POST, webhooks/whk_" + NOBODY + "/replay",
        "POST, bounties/bnt_" + NOBODY + "/unfreeze",
        "POST, funding-freezes",
        "POST, funding-freezes/lift",
        "POST, reconciliation",
    })
    void onlyAdminsComeIn(String method, String path) {
        for (Client other : new Client[] {scene.poster, scene.agent, scene.stranger}) {
            given().header("Authorization", "Bearer " + other.key())
                    .contentType("application/json")
                    .body("GET".equals(method) ? "" : "{}")
                    .request(method, "/api/admin/" + path)
                    .then()
                    .statusCode(403)
                    .body("error", equalTo(true))
                    .body("code", equalTo("forbidden"))
                    .body("reason", equalTo("admin_needed"));
        }
        given().contentType("application/json")
                .body("GET".equals(method) ? "" : WHY)
                .request(method, "/api/admin/" + path)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthorized"));
    }

    @Test
    void suspendedOperatorReadsAndGivesBackAndDoesNothingElse() {
        String bounty = scene.claimed();
        String claim = scene.agent.get(bounty + "/claims").path("items[0].id");
        String workshop = scene.workshop.get("/api/me").path("id");

        admin.post("/api/admin/operators/" + workshop + "/suspend", WHY)
                .then()
                .statusCode(200)
                .body("party_id", equalTo(workshop))
                .body("party_kind", equalTo("operator"))
                .body("suspended", equalTo(true))
                .body("reason", equalTo("It had to be"));

        scene.workshop.get("/api/balance").then().statusCode(200);
        scene.agent.get(bounty).then().statusCode(200);
        scene.workshop
                .post("/api/balance/withdraw", "{\"amount_cents\": 100, \"currency\": \"usd\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("reason", equalTo("party_suspended"))
                .body("message", containsString("It had to be"));
        scene.agent
                .post(bounty + "/submissions", "{\"content\": \"Ported\"}")
                .then()
                .statusCode(403)
                .body("reason", equalTo("party_suspended"));
        given().contentType("application/json")
                .body("{\"api_key\": \"" + scene.workshop.key() + "\"}")
                .post("/api/auth/token")
                .then()
                .statusCode(200);
        scene.agent.post("/api/claims/" + claim + "/release", "{}").then().statusCode(200);

        admin.post("/api/admin/operators/" + workshop + "/resume", WHY)
                .then()
                .statusCode(200)
                .body("suspended", equalTo(false));
        scene.agent.post(bounty + "/claims", "{}").then().statusCode(201);
    }

    @Test
    void suspendedAgentIsStoppedAloneAtEveryDoor() {
        admin.post("/api/admin/agents/" + scene.agentId + "/suspend", WHY)
                .then()
                .statusCode(200)
                .body("party_kind", equalTo("agent"));
        admin.get("/api/admin/suspensions")
                .then()
                .statusCode(200)
                .body("items.party_id", hasItem(scene.agentId));

        String task = Scene.id(scene.posted(", \"claim_policy\": \"bid\""));
        scene.agent
                .post("/v1/tasks/" + task + "/bids", "{}")
                .then()
                .statusCode(403)
                .body("ok", equalTo(false));
        scene.workshop
                .patch("/api/agents/" + scene.agentId, "{\"status\": \"active\"}")
                .then()
                .statusCode(200);
        scene.agent
                .post("/api/bounties/bnt_" + NOBODY + "/claims", "{}")
                .then()
                .statusCode(403)
                .body("reason", equalTo("party_suspended"));
    }

    @Test
    void suspendedAgentTakesItsBidBackAtTheDoorWhereItWasPlaced() {
        TaskScene tasks = TaskScene.of(guildhall);
        String task = tasks.posted();
        String bid = TaskScene.bid(tasks.agent, task, "12.50").path("data.id");
        String agent = tasks.agent.get("/api/me").path("agent.id");
        admin.post("/api/admin/agents/" + agent + "/suspend", WHY).then().statusCode(200);

        tasks.agent
                .post(task + "/bids/" + bid + "/withdraw", "")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("withdrawn"));
        TaskScene.bid(tasks.agent, task, "12.50")
                .then()
                .statusCode(403)
                .body("error.message", containsString("withdraw its claims"));
    }

    @Test
    void frozenFundingRefusesNewMoneyAndSaysWhyAndUntilWhen() {
        String bounty = scene.claimed();
        admin.post(
                        "/api/admin/funding-freezes",
                        "{\"reason\": \"The bank is being changed\", \"until\":"
                                + " \"2099-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200)
                .body("scope", equalTo("all"))
                .body("frozen", equalTo(true))
                .body("until", equalTo("2099-01-01T00:00:00Z"));

        scene.poster
                .post("/api/bounties", "{\"title\": \"Port it\", \"reward_cents\": 15000}")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("reason", equalTo("funding_frozen"))
                .body("message", containsString("The bank is being changed"))
                .body("message", containsString("2099-01-01"));
        scene.poster
                .post("/api/balance/top-up", "{\"amount_cents\": 100, \"currency\": \"usd\"}")
                .then()
                .statusCode(503)
                .body("reason", equalTo("funding_frozen"));
        scene.submitted(bounty);
        admin.get("/api/admin/funding-freezes").then().body("items.scope", contains("all"));

        admin.post("/api/admin/funding-freezes/lift", WHY)
                .then()
                .statusCode(200)
                .body("frozen", equalTo(false));
        scene.posted("");
        admin.post("/api/admin/funding-freezes/lift", WHY)
                .then()
                .statusCode(409)
                .body("reason", equalTo("funding_not_frozen"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\": \"x\", \"rail\": \"gold\"}      | rail",
                "{\"reason\": \"x\", \"currency\": \"eur\"}   | currency",
                "{\"reason\": \"x\", \"until\": \"soon\"}     | until",
                "{\"reason\": \"x\", \"until\": \"2001-01-01T00:00:00Z\"} | until",
                "{\"reason\": \"x\", \"until\": \"+300000-01-01T00:00:00Z\"} | until",
                "{\"rail\": \"ledger\"}                       | reason",
            })
    void whatCannotBeFrozenIsNamed(String json, String field) {
        admin.post("/api/admin/funding-freezes", json)
                .then()
                .statusCode(422)
                .body("details.field", contains(field));
        admin.get("/api/admin/funding-freezes").then().body("items", empty());
    }

    @Test
    void workerIsPausedAndResumed() {
        admin.post("/api/admin/workers/payouts/pause", WHY)
                .then()
                .statusCode(200)
                .body("worker", equalTo("payouts"))
                .body("reason", equalTo("It had to be"));
        admin.get("/api/admin/workers")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("timers", "relay", "webhook_sender"))
                .body("items.find { it.name == 'payouts' }.state", equalTo("drained"))
                .body("items.find { it.name == 'payouts' }.pause.reason", equalTo("It had to be"))
                .body("items.find { it.name == 'payouts' }.waiting", notNullValue())
                .body("items.find { it.name == 'timers' }.state", equalTo("running"))
                .body("items.find { it.name == 'timers' }.pause", nullValue());

        admin.post("/api/admin/workers/payouts/resume", WHY).then().statusCode(200);
        admin.post("/api/admin/workers/payouts/resume", WHY)
                .then()
                .statusCode(409)
                .body("reason", equalTo("worker_not_paused"));
        admin.post("/api/admin/workers/gardener/pause", WHY)
                .then()
                .statusCode(404)
                .body("message", containsString("payouts"));
    }

    @Test
    void wholeStoryOfABountyIsOnOneTable() {
        String bounty = scene.claimed();
        String submission = scene.submitted(bounty);
        scene.poster.post("/api/submissions/" + submission + "/accept", "{}");

        admin.get("/api/admin/bounties/" + Scene.id(bounty))
                .then()
                .statusCode(200)
                .body("bounty.status", equalTo("paid"))
                .body("claims.status", contains("fulfilled"))
                .body("submissions.id", contains(submission))
                .body("payouts.stage", contains("completed"))
                .body("transfers.purpose", hasItems("escrow", "payout", "fee"))
                .body("transfers.id", everyItem(startsWith("trf_")))
                .body("events.event", hasItems("bounty.created", "payout.completed"))
                .body("rails.rail", contains("chain", "stripe"))
                .body("cut_off", empty());
        admin.get("/api/admin/bounties/bnt_" + NOBODY).then().statusCode(404);
    }

    @Test
    void payoutThatIsOverIsNotTriedAgain() {
        String bounty = scene.claimed();
        scene.poster.post("/api/submissions/" + scene.submitted(bounty) + "/accept", "{}");
        String payout = scene.agent.get("/api/payouts").path("items[0].id");

        admin.post("/api/admin/payouts/" + payout + "/retry", WHY)
                .then()
                .statusCode(409)
                .body("reason", equalTo("payout_wrong_stage"))
                .body("current_status", equalTo("completed"));
        admin.get("/api/admin/payouts?stage=completed&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        admin.get("/api/admin/payouts?stage=lost").then().statusCode(400);
        admin.get("/api/admin/payouts").then().statusCode(200);
    }

    @Test
    void receiverIsSentAgainWhatItMissed() {
        String webhook =
                scene.poster
                        .post("/api/webhooks", "{\"url\": \"https://example.org/hook\"}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        admin.post(
                        "/api/admin/webhooks/" + webhook + "/replay",
                        "{\"since\": \"2020-01-01T00:00:00Z\", \"status\": \"all\", \"reason\":"
                                + " \"Its disk was full\"}")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(0));
        admin.post("/api/admin/webhooks/" + webhook + "/replay", WHY)
                .then()
                .statusCode(422)
                .body("details.field", contains("since"));
        admin.post(
                        "/api/admin/webhooks/" + webhook + "/replay",
                        "{\"since\": \"+300000-01-01T00:00:00Z\", \"reason\": \"Asked for\"}")
                .then()
                .statusCode(422)
                .body("details.field", contains("since"));
        admin.post(
                        "/api/admin/webhooks/" + webhook + "/replay",
                        "{\"delivery_id\": \"dlv_" + NOBODY + "\", \"reason\": \"Asked for\"}")
                .then()
                .statusCode(404);
    }

    @Test
    void booksOfAllRailsAreCompared() {
        admin.post("/api/admin/reconciliation", WHY)
                .then()
                .statusCode(200)
                .body("rails.rail", contains("ledger", "chain", "stripe"))
                .body("rails.find { it.rail == 'ledger' }.agrees", equalTo(true));
    }

    @Test
    void everyActIsInTheLogAndFoundThere() {
        String poster = scene.posterId;
        String request =
                admin.post("/api/admin/operators/" + poster + "/suspend", WHY)
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("X-Request-Id");
        admin.post("/api/admin/operators/" + poster + "/resume", WHY).then().statusCode(200);

        admin.get("/api/admin/audit?subject=" + poster)
                .then()
                .statusCode(200)
                .body("items.act", contains("resume_party", "suspend_party"))
                .body("items.subject", everyItem(equalTo(poster)))
                .body("items.reason", everyItem(equalTo("It had to be")))
                .body("items[1].request_id", equalTo(request))
                .body("items[1].before.suspended", equalTo("no"))
                .body("items[1].after.suspended", equalTo("yes"));
        admin.get("/api/admin/audit?act=suspend_party&subject=" + poster)
                .then()
                .body("items", hasSize(1));
        String next =
                admin.get("/api/admin/audit?limit=1&subject=" + poster)
                        .then()
                        .body("has_more", equalTo(true))
                        .extract()
                        .path("next_cursor");
        admin.get("/api/admin/audit?limit=1&subject=" + poster + "&cursor=" + next)
                .then()
                .body("items.act", contains("suspend_party"))
                .body("has_more", equalTo(false));
        admin.get("/api/admin/audit?since=2099-01-01T00:00:00Z").then().body("items", empty());
        admin.get("/api/admin/audit?subject=gold")
                .then()
                .statusCode(200)
                .body("items", not(hasItem(notNullValue())));
    }

    @ParameterizedTest
    @CsvSource({
        "act=dance, act",
        "admin_id=me, admin_id",
        "since=now, since",
        "until=x, until",
        "since=-1000000000-01-01T00:00:00Z, since",
        "until=-0001-01-01T00:00:00Z, until"
    })
    void whatCannotBeLookedForIsNamed(String query, String field) {
        admin.get("/api/admin/audit?" + query)
                .then()
                .statusCode(400)
                .body("details.field", contains(field));
    }

    @Test
    void sameRequestAgainIsDoneOnce() {
        String path = "/api/admin/operators/" + scene.posterId + "/suspend";
        admin.postOnce(path, WHY, "once").then().statusCode(200);
        admin.postOnce(path, WHY, "once")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        admin.get("/api/admin/audit?subject=" + scene.posterId).then().body("items", hasSize(1));
    }

    @Test
    void thereIsNothingElse() {
        admin.get("/api/admin").then().statusCode(404);
        admin.get("/api/admin/secrets").then().statusCode(404);
    }
}
