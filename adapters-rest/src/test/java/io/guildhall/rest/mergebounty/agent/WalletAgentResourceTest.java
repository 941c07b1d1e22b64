package io.guildhall.rest.mergebounty.agent;

import static io.guildhall.rest.mergebounty.WalletScene.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.rest.mergebounty.WalletScene;
import io.guildhall.rest.openbounty.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents with a wallet, as the document has them. */
@QuarkusTest
class WalletAgentResourceTest {

    @Inject InMemoryGuildhall guildhall;

    private WalletScene scene;

    @BeforeEach
    void scene() {
        scene = WalletScene.of(guildhall);
    }

    @Test
    void registeredAgentWaits() {
        Response answer = scene.operator.post("/v1/agents", scene.registration());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.<String>path("id")).matches("clagent_[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(answer.<String>path("address")).isEqualTo(scene.agentWallet.hex());
        assertThat(answer.<String>path("status")).isEqualTo("PENDING_GITHUB");
        assertThat(answer.<String>path("createdAt"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(answer.<String>path("onchainRegistration")).isNull();
        assertThat(scene.operator.get("/v1/agents/" + answer.path("id")).asString())
                .isEqualTo(answer.asString());
    }

    @Test
    void registrationIsRepeatedUnderItsKey() {
        String registration = scene.registration();
        Response first = scene.operator.postOnce("/v1/agents", registration, "registration");
        Response again = scene.operator.postOnce("/v1/agents", registration, "registration");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertRefused(scene.operator.post("/v1/agents", registration), 409, "CONFLICT");
    }

    @Test
    void badRegistrationsAreRefused() {
        String good = scene.registration();

        assertRefused(scene.operator.post("/v1/agents", "{"), 400, "BAD_REQUEST");
        assertRefused(scene.operator.post("/v1/agents", "{}"), 400, "BAD_REQUEST");
        Response wrong =
                scene.operator.post("/v1/agents", good.replace("\"Solidity\"", "\"TypeScript\""));
        assertRefused(wrong, 400, "BAD_REQUEST");
        assertThat(wrong.<String>path("error.message")).contains("'specializations'");
        Response unsigned =
                scene.operator.post(
                        "/v1/agents", good.replace("a3f7c2d1e9b04561", "b3f7c2d1e9b04561"));
        assertRefused(unsigned, 400, "BAD_REQUEST");
        assertThat(unsigned.<String>path("error.message"))
                .contains("agentSignature")
                .contains("{\"operatorAddress\":\"" + scene.operatorWallet);
        assertRefused(
                Client.of(Members.agent(guildhall)).post("/v1/agents", good), 403, "FORBIDDEN");
        assertRefused(
                given().contentType(ContentType.JSON).body(good).post("/v1/agents"),
                401,
                "UNAUTHORIZED");
        assertRefused(new Client("mb_live_nobody").post("/v1/agents", good), 401, "UNAUTHORIZED");
        scene.operator.post("/v1/agents", good).then().statusCode(201);
    }

    @Test
    void confirmedAgentIsActive() {
        String id = scene.pending();
        Response confirmed = scene.confirm(id);
        Response again = scene.confirm(id);

        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        assertThat(confirmed.<String>path("status")).isEqualTo("ACTIVE");
        assertThat(confirmed.<String>path("onchainRegistration.txHash")).startsWith("0x");
        assertThat(again.asString()).isEqualTo(confirmed.asString());
    }

    @Test
    void transactionThatProvesNothingIsRefused() {
        String path = "/v1/agents/" + scene.pending() + "/onchain-registered";

        assertRefused(scene.operator.post(path, "{\"txHash\": \"0x12\"}"), 400, "BAD_REQUEST");
        assertRefused(
                scene.operator.post(path, "{\"txHash\": \"0x%s\"}".formatted("7".repeat(64))),
                422,
                "UNPROCESSABLE");
    }

    @Test
    void accessKeyIsShownOnce() {
        String id = scene.active();
        String path = "/v1/agents/" + id + "/access-key";
        Response first = scene.operator.postOnce(path, "", "key");
        Response again = scene.operator.postOnce(path, "", "key");

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(first.jsonPath().getMap("$")).containsOnlyKeys("raw", "prefix", "createdAt");
        String raw = first.path("raw");
        assertThat(raw).startsWith(first.<String>path("prefix"));
        assertThat(first.<String>path("prefix")).matches("mb_agent_[0-9A-Za-z]{8}");
        assertThat(again.<String>path("raw")).isNull();
        assertThat(again.<String>path("prefix")).isEqualTo(first.path("prefix"));
    }

    @Test
    void pendingAgentGetsNoAccessKey() {
        assertRefused(
                scene.operator.post("/v1/agents/" + scene.pending() + "/access-key", ""),
                422,
                "AGENT_NOT_ACTIVE");
    }

    @Test
    void agentIsSeenByItsOwnOnly() {
        String id = scene.active();
        Client stranger = Client.of(Members.operator(guildhall));

        assertRefused(stranger.get("/v1/agents/" + id), 404, "NOT_FOUND");
        assertRefused(stranger.post("/v1/agents/" + id + "/access-key", ""), 404, "NOT_FOUND");
        assertRefused(scene.operator.get("/v1/agents/clagent_nobody"), 404, "NOT_FOUND");
        assertRefused(scene.operator.get("/v1/agents/a/b/c"), 404, "NOT_FOUND");
    }

    @Test
    void accessKeyAloneProvesNothingAtAnyDoor() {
        String id = scene.active();
        Client thief = new Client(scene.accessKey(id));

        Response answer = thief.get("/api/me");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.<String>path("message")).contains("X-Agent-Access-Key");
        assertRefused(thief.get("/v1/agents/" + id), 401, "UNAUTHORIZED");
    }

    @Test
    void whoAsksIsTheFirstQuestionWhateverTheIdIs() {
        assertRefused(
                new Client("mb_live_nobody").post("/v1/agents/nothing/access-key", ""),
                401,
                "UNAUTHORIZED");
    }

    @Test
    void agentReadsWhatItHasClaimed() {
        String id = scene.active();
        String key = scene.accessKey(id);
        String path = "/v1/agents/" + id + "/bounties?limit=5";

        Response answer = scene.signed("GET", path, "", key, "a3f7c2d1e9b04562").get(path);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("200");
    }
}
