package io.guildhall.rest.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.guildhall.application.access.Door;
import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.access.RateLimits;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.party.RotateKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GateTest {

    private static final String OUR_ID = "req_[0-9A-HJKMNP-TV-Z]{26}";

    @Inject InMemoryGuildhall guildhall;
    @Inject RateLimits limits;
    @Inject RateLimiter limiter;
    @Inject Identities identities;

    @BeforeEach
    void aNewMinuteBegins() {
        guildhall.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void aRequestIdIsEchoedAndReachesTheLogOfItsVirtualThread() {
        given().header("X-Request-Id", "run-7.a_b")
                .get("/api/probe")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "run-7.a_b")
                .body("virtual", equalTo(true))
                .body("logName", equalTo("run-7.a_b"))
                .body("requestId", equalTo("run-7.a_b"));
    }

    @Test
    void aRequestWithoutAGoodIdIsGivenOne() {
        given().get("/api/probe").then().header("X-Request-Id", matchesPattern(OUR_ID));
        for (String bad : new String[] {"two words", "a;b", "x".repeat(129), ""}) {
            given().header("X-Request-Id", bad)
                    .get("/api/probe")
                    .then()
                    .header("X-Request-Id", matchesPattern(OUR_ID));
        }
    }

    @Test
    void requestsAtTheSameTimeKeepTheirOwnIds() throws Exception {
        String key = Members.agent(guildhall).key();
        try (HttpClient client = HttpClient.newHttpClient();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    IntStream.range(0, 100)
                            .<Callable<String>>mapToObj(number ->
                                    () -> {
                                        var request =
                                                HttpRequest.newBuilder(uri("/api/probe"))
                                                        .header("X-Request-Id", "run-" + number)
                                                        .header("Authorization", "Bearer " + key)
                                                        .build();
                                        return client.send(request, BodyHandlers.ofString()).body();
                                    })
                            .toList();

            var answers = executor.invokeAll(asked);

            for (int number = 0; number < answers.size(); number++) {
                assertThat(answers.get(number).get())
                        .contains("\"logName\":\"run-" + number + "\"")
                        .contains("\"requestId\":\"run-" + number + "\"");
            }
        }
    }

    @Test
    void everyAnswerCarriesItsLimitsAndMayNotBeKeptOrGuessedAt() {
        given().get("/api/probe")
                .then()
                .header("X-RateLimit-Limit", "600")
                .header("X-RateLimit-Remaining", "599")
                .header("X-RateLimit-Reset", resetSecond())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Server", nullValue());
        given().get("/api/nowhere").then().header("X-RateLimit-Remaining", "598");
        given().delete("/api/probe").then().header("X-RateLimit-Limit", "300");
    }

    @Test
    void whoShowsNothingIsNobodyAndIsToldHowToShowSomething() {
        given().get("/api/probe").then().statusCode(200).body("agent", nullValue());
        given().get("/api/probe/private")
                .then()
                .statusCode(401)
                .contentType(ContentType.JSON)
                .header("WWW-Authenticate", "Bearer")
                .header("X-Request-Id", matchesPattern(OUR_ID))
                .body("error", equalTo(true))
                .body("code", equalTo("unauthorized"))
                .body("message", containsString("POST /api/auth/token"))
                .body("details.size()", equalTo(0))
                .body("reason", nullValue())
                .body("current_status", nullValue())
                .body("request_id", matchesPattern(OUR_ID));
    }

    @Test
    void whatIsShownMustBeRightEvenWhereNothingIsNeeded() {
        String[] wrong = {
            "Basic YTpi",
            "Bearer",
            "Bearer ",
            "Bearer obk_live_nonsense",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer " + "k".repeat(40)
        };
        for (String authorization : wrong) {
            given().header("Authorization", authorization)
                    .get("/api/probe")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer")
                    .header("X-RateLimit-Limit", "600")
                    .body("code", equalTo("unauthorized"));
        }
        given().get("/api/probe").then().header("X-RateLimit-Remaining", "593");
    }

    @Test
    void aKeyProvesItsHolderWhoHasAnAllowanceOfItsOwn() {
        var agent = Members.agent(guildhall);

        given().header("Authorization", "bearer " + agent.key())
                .get("/api/probe/private")
                .then()
                .statusCode(200)
                .header("X-RateLimit-Limit", "200")
                .header("X-RateLimit-Remaining", "199")
                .body("agent", equalTo(String.valueOf(agent.caller().agent())));
        given().header("Authorization", "Bearer " + agent.key())
                .get("/api/nowhere")
                .then()
                .statusCode(404)
                .header("X-RateLimit-Remaining", "198");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        var agent = Members.agent(guildhall);
        guildhall.clock.advance(Duration.ofMillis(15_400));
        for (int request = 0; request < 100; request++) {
            given().header("Authorization", "Bearer " + agent.key())
                    .post("/api/probe/silent-orders")
                    .then()
                    .statusCode(204);
        }

        given().header("Authorization", "Bearer " + agent.key())
                .post("/api/probe/silent-orders")
                .then()
                .statusCode(429)
                .header("Retry-After", "45")
                .header("X-RateLimit-Remaining", "0")
                .header("X-RateLimit-Reset", resetSecond())
                .body("code", equalTo("rate_limited"));
        given().header("Authorization", "Bearer " + agent.key())
                .get("/api/probe")
                .then()
                .statusCode(200);
        guildhall.clock.advance(Duration.ofSeconds(45));
        given().header("Authorization", "Bearer " + agent.key())
                .post("/api/probe/silent-orders")
                .then()
                .statusCode(204);
    }

    @Test
    void keyThatIsNewHereIsNotLookedForWhereTooManyWereNobodys() {
        String known = Members.agent(guildhall).key();
        String newcomer = keyOfAnotherReplica(Members.operator(guildhall));
        probe(known).statusCode(200);
        var guesses = limits.ofUnknown("127.0.0.1");
        for (long guess = 1; guess < guesses.limit(); guess++) {
            limiter.draw(List.of(guesses));
        }
        given().header("Authorization", "Bearer " + "k".repeat(40))
                .options("/api/probe")
                .then()
                .statusCode(401);
        identities.forgetAll();

        probe(newcomer)
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .header("X-RateLimit-Limit", "600")
                .header("X-RateLimit-Remaining", "0")
                .body("code", equalTo("rate_limited"));
        probe(known).statusCode(200).header("X-RateLimit-Limit", "200");
        guildhall.clock.advance(Duration.ofMinutes(1));
        probe(newcomer).statusCode(200);
    }

    private String keyOfAnotherReplica(Member operator) {
        return new UseCases(guildhall.ports())
                .rotateKey
                .handle(new RotateKey.Command(operator.caller(), null, Door.OPENBOUNTY, false))
                .key();
    }

    @Test
    void whoCannotBeLookedForIsChargedNothingAndToldItsLimits() {
        String key = Members.agent(guildhall).key();
        guildhall.credentials.goDown();
        try {
            for (int request = 0; request < 2; request++) {
                probe(key)
                        .statusCode(503)
                        .header("Retry-After", "1")
                        .header("X-RateLimit-Limit", "600")
                        .header("X-RateLimit-Remaining", "600")
                        .header("X-RateLimit-Reset", resetSecond())
                        .body("code", equalTo("service_unavailable"));
            }
        } finally {
            guildhall.credentials.recover();
        }

        probe(key).statusCode(200).header("X-RateLimit-Remaining", "199");
    }

    @Test
    void optionsAreCountedOfThoseWhoShowSomething() {
        String key = Members.agent(guildhall).key();

        given().options("/api/probe").then().header("X-RateLimit-Limit", nullValue());
        given().header("Authorization", "Bearer " + key)
                .options("/api/probe")
                .then()
                .header("X-RateLimit-Remaining", "199");
    }

    @Test
    void whatIsNotADoorIsNeitherCountedNorAsked() {
        given().header("Authorization", "Basic YTpi")
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("X-RateLimit-Limit", nullValue())
                .header("X-Request-Id", matchesPattern(OUR_ID));
    }

    @Test
    void matrixParametersLeadNobodyPastTheGate() throws Exception {
        String key = Members.agent(guildhall).key();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {"/api;a=b/probe", "/api;/probe", "/api/probe;a=b"}) {
                var request =
                        HttpRequest.newBuilder(uri(path))
                                .header("Authorization", "Bearer " + key)
                                .build();

                var answer = client.send(request, BodyHandlers.ofString());

                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers().firstValue("X-RateLimit-Limit")).hasValue("200");
            }
        }
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsNotRead() throws Exception {
        assertTooLarge(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]));
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsNotReadToItsEnd() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        assertTooLarge(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
    }

    private void assertTooLarge(HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(uri("/api/probe/orders"))
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build();

            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("\"code\":\"payload_too_large\"");
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
            assertThat(answer.headers().firstValue("X-RateLimit-Limit")).hasValue("300");
        }
    }

    private static ValidatableResponse probe(String key) {
        return given().header("Authorization", "Bearer " + key).get("/api/probe").then();
    }

    private String resetSecond() {
        long second = guildhall.clock.instant().getEpochSecond();
        return String.valueOf(second - second % 60 + 60);
    }

    private static URI uri(String path) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
    }
}
