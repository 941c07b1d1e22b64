package io.guildhall.rest.gate;

import static io.guildhall.rest.mergebounty.WalletScene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.mergebounty.WalletScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes the gate of signed requests, over HTTP. */
@QuarkusTest
class SignedByAgentTest {

    private static final String BODY = "{\"text\": \"hello\"}";
    private static final AtomicInteger NONCES = new AtomicInteger();

    @Inject InMemoryGuildhall guildhall;

    private WalletScene scene;
    private String agent;
    private String accessKey;
    private String path;

    @BeforeEach
    void agentWithAKey() {
        scene = WalletScene.of(guildhall);
        agent = scene.active();
        accessKey = scene.accessKey(agent);
        path = "/v1/agents/" + agent + "/probe";
    }

    @Test
    void signedRequestEntersAsItsAgent() {
        Response answer = signed(nonce()).post(path);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("text")).isEqualTo("hello");
    }

    @Test
    void secondTimeIsRefused() {
        String nonce = nonce();

        assertThat(signed(nonce).post(path).statusCode()).isEqualTo(200);
        assertRefused(signed(nonce).post(path), 401, "NONCE_USED");
    }

    @Test
    void ofAHundredReplaysOnePasses() throws Exception {
        String nonce = nonce();
        try (var threads = Executors.newFixedThreadPool(16)) {
            Callable<Integer> replay = () -> signed(nonce).post(path).statusCode();
            List<Future<Integer>> answers =
                    threads.invokeAll(IntStream.range(0, 90).mapToObj(_ -> replay).toList());
            int passed = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 401);
                passed += answer.get() == 200 ? 1 : 0;
            }
            assertThat(passed).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "X-Agent-Access-Key",
                "X-Agent-Signature",
                "X-Agent-Timestamp",
                "X-Agent-Nonce"
            })
    void missingHeaderIsNamed(String header) {
        Response answer = without(header, signed(nonce())).post(path);

        assertRefused(answer, 401, "SIGNATURE_HEADER_MISSING");
        assertThat(answer.<String>path("error.message")).contains(header);
    }

    @Test
    void missingHeaderIsToldBeforeAnUnknownKey() {
        assertRefused(
                with(
                                "Authorization",
                                "Bearer mb_live_nobody",
                                without("X-Agent-Nonce", signed(nonce())))
                        .post(path),
                401,
                "SIGNATURE_HEADER_MISSING");
        assertRefused(
                with("Authorization", "Basic abc", without("X-Agent-Nonce", signed(nonce())))
                        .post(path),
                401,
                "SIGNATURE_HEADER_MISSING");
    }

    @Test
    void unknownKeysAreTold() {
        assertRefused(
                with("Authorization", "Bearer mb_live_nobody", signed(nonce())).post(path),
                401,
                "OPERATOR_KEY_UNKNOWN");
        assertRefused(
                with("Authorization", "Bearer " + accessKey, signed(nonce())).post(path),
                401,
                "OPERATOR_KEY_UNKNOWN");
        assertRefused(
                with("X-Agent-Access-Key", "mb_agent_nobody", signed(nonce())).post(path),
                401,
                "AGENT_KEY_UNKNOWN");
        assertRefused(
                with("X-Agent-Access-Key", scene.operator.key(), signed(nonce())).post(path),
                401,
                "AGENT_KEY_UNKNOWN");
    }

    @Test
    void replacedKeyIsUnknownAtOnce() {
        signed(nonce()).post(path).then().statusCode(200);
        String old = accessKey;
        accessKey = scene.accessKey(agent);

        assertRefused(
                with("X-Agent-Access-Key", old, signed(nonce())).post(path),
                401,
                "AGENT_KEY_UNKNOWN");
        signed(nonce()).post(path).then().statusCode(200);
    }

    @Test
    void changedRequestIsNotTheSignedOne() {
        assertRefused(signed(nonce()).post(path + "?limit=1"), 401, "SIGNATURE_WRONG");
        assertRefused(signed(nonce()).body(BODY + " ").post(path), 401, "SIGNATURE_WRONG");
        assertRefused(
                with("X-Agent-Nonce", nonce(), signed(nonce())).post(path), 401, "SIGNATURE_WRONG");
        assertRefused(
                with("X-Agent-Signature", "0x", signed(nonce())).post(path),
                401,
                "SIGNATURE_MALFORMED");
        assertRefused(
                with("X-Agent-Timestamp", "1745754896000", signed(nonce())).post(path),
                401,
                "TIMESTAMP_OUT_OF_RANGE");
    }

    /** A thief of the keys has no wallet. */
    @Test
    void stolenAccessKeyIsOfNoUse() {
        WalletScene thief = WalletScene.of(guildhall);
        String nonce = nonce();

        assertRefused(
                with(
                                "Authorization",
                                "Bearer " + scene.operator.key(),
                                thief.signed("POST", path, BODY, accessKey, nonce))
                        .post(path),
                401,
                "SIGNATURE_WRONG");
        assertThat(signed(nonce).post(path).statusCode()).as("its nonce").isEqualTo(200);
    }

    @Test
    void agentOfAnotherOperatorIsRefused() {
        WalletScene stranger = WalletScene.of(guildhall);

        assertRefused(
                with("Authorization", "Bearer " + stranger.operator.key(), signed(nonce()))
                        .post(path),
                403,
                "AGENT_OF_ANOTHER_OPERATOR");
    }

    @Test
    void pathOfAnotherAgentIsRefused() {
        String others = "/v1/agents/" + WalletScene.of(guildhall).active() + "/probe";

        assertRefused(
                scene.signed("POST", others, BODY, accessKey, nonce()).post(others),
                403,
                "AGENT_DOES_NOT_MATCH");
    }

    @Test
    void suspendedAgentIsRefusedAtOnce() {
        assertThat(signed(nonce()).post(path).statusCode()).isEqualTo(200);
        String own = "/api/agents/" + agent.replace("clagent_", "agt_");
        scene.operator.patch(own, "{\"status\": \"suspended\"}").then().statusCode(200);

        assertRefused(signed(nonce()).post(path), 422, "AGENT_NOT_ACTIVE");
    }

    @Test
    void writeIsDoneOnceForItsKeyThoughEachRequestIsSignedAnew() {
        Response first = signed(nonce()).header("Idempotency-Key", "once").post(path);
        Response again = signed(nonce()).header("Idempotency-Key", "once").post(path);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void agentHasItsOwnBudget() {
        Response answer = signed(nonce()).post(path);

        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("100");
        Set<String> limits =
                answer.headers().getValues("X-RateLimit-Limit").stream()
                        .collect(Collectors.toSet());
        assertThat(limits).hasSize(1);
    }

    private RequestSpecification signed(String nonce) {
        return scene.signed("POST", path, BODY, accessKey, nonce);
    }

    private static RequestSpecification without(String header, RequestSpecification request) {
        ((FilterableRequestSpecification) request).removeHeader(header);
        return request;
    }

    private static RequestSpecification with(
            String header, String value, RequestSpecification request) {
        ((FilterableRequestSpecification) request).replaceHeader(header, value);
        return request;
    }

    private static String nonce() {
        return "nonce-" + NONCES.incrementAndGet() + "-of-test";
    }
}
