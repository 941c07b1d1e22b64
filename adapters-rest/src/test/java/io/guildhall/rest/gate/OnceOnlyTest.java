package io.guildhall.rest.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class OnceOnlyTest {

    private static final String ORDERS = "/api/probe/orders";
    private static final String BODY = "{\"item_name\":\"Lamp\"}";

    @Inject InMemoryGuildhall guildhall;

    private String operatorKey = "";

    @BeforeEach
    void aNewMinuteBeginsForANewOperator() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        operatorKey = Members.operator(guildhall).key();
    }

    @Test
    void theSameRequestIsAnsweredAgainWithoutItsSecretAndDoneOnce() {
        int before = effects();

        Response first = post(ORDERS, "k1", BODY);
        Response second = post(ORDERS, "k1", BODY);
        Response third = post(ORDERS, "k1", BODY);

        assertThat(effects()).isEqualTo(before + 1);
        first.then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .header("Location", "/api/probe/orders/" + (before + 1))
                .body("secret_key", equalTo("s3cret"));
        second.then()
                .statusCode(201)
                .contentType(ContentType.JSON)
                .header("Idempotency-Replayed", "true")
                .body("$", hasKey("secret_key"))
                .body("secret_key", nullValue());
        assertThat(second.asString())
                .isEqualTo(first.asString().replace("\"s3cret\"", "null"))
                .isEqualTo(third.asString());
        assertThat(second.contentType()).isEqualTo(first.contentType());
    }

    @Test
    void withoutAKeyEveryRequestIsANewOne() {
        int before = effects();

        signed().contentType(ContentType.JSON).body(BODY).post(ORDERS).then().statusCode(201);
        signed().contentType(ContentType.JSON)
                .body(BODY)
                .post(ORDERS)
                .then()
                .statusCode(201)
                .header("Location", "/api/probe/orders/" + (before + 2));

        assertThat(effects()).isEqualTo(before + 2);
    }

    @Test
    void aKeyStandsForOneBodyOnly() {
        post(ORDERS, "k1", BODY).then().statusCode(201);

        post(ORDERS, "k1", "{\"item_name\":\"Chair\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_error"))
                .body("reason", equalTo("idempotency_key_reused"));
    }

    @Test
    void aKeyBelongsToItsCallerAndItsPath() {
        int before = effects();

        post(ORDERS, "k1", BODY).then().statusCode(201);
        post("/api/probe/plain-orders", "k1", BODY).then().statusCode(202);
        operatorKey = Members.operator(guildhall).key();
        post(ORDERS, "k1", BODY).then().statusCode(201).header("Idempotency-Replayed", nullValue());

        assertThat(effects()).isEqualTo(before + 3);
    }

    @Test
    void answersOfEveryFormAreRepeated() {
        Response plain = post("/api/probe/plain-orders", "k1", BODY);
        Response again = post("/api/probe/plain-orders", "k1", BODY);
        plain.then().statusCode(202);
        again.then().statusCode(202).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(plain.asString());

        post("/api/probe/silent-orders", "k2", "").then().statusCode(204);
        post("/api/probe/silent-orders", "k2", "")
                .then()
                .statusCode(204)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void aRefusalIsNotKept() {
        int before = attempts();

        post("/api/probe/refusals", "k1", "").then().statusCode(404);
        post("/api/probe/refusals", "k1", "")
                .then()
                .statusCode(404)
                .header("Idempotency-Replayed", nullValue());

        assertThat(attempts()).isEqualTo(before + 2);
    }

    @Test
    void aWriteThatLostItsRaceIsTriedAgainAndAnsweredOnce() {
        Response first = post("/api/probe/contested-orders", "k1", "");
        Response again = post("/api/probe/contested-orders", "k1", "");

        first.then().statusCode(200);
        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @ParameterizedTest
    @MethodSource("wrongKeys")
    void aKeyIsShortPlainText(String wrong) {
        post(ORDERS, wrong, BODY)
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_error"))
                .body("details[0].field", equalTo("Idempotency-Key"));
    }

    static Set<String> wrongKeys() {
        return Set.of("", "x".repeat(256), "caf\u00e9");
    }

    @Test
    void aKeyOfNobodyIsNotRemembered() {
        given().header("Idempotency-Key", "k1")
                .post("/api/probe/silent-orders")
                .then()
                .statusCode(204);
        given().header("Idempotency-Key", "k1")
                .post("/api/probe/silent-orders")
                .then()
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void aHundredRequestsAtOnceHaveOneEffectAndOneAnswer() throws Exception {
        int before = effects();
        var request =
                HttpRequest.newBuilder(uri(ORDERS))
                        .header("Authorization", "Bearer " + operatorKey)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "rush")
                        .POST(BodyPublishers.ofString(BODY))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> send =
                    () -> client.send(request, BodyHandlers.ofString());

            var answers = executor.invokeAll(Collections.nCopies(100, send));

            Set<String> bodies = new HashSet<>();
            int replayed = 0;
            for (Future<HttpResponse<String>> future : answers) {
                var answer = future.get();
                assertThat(answer.statusCode()).isEqualTo(201);
                bodies.add(answer.body().replace("\"s3cret\"", "null"));
                replayed += answer.headers().firstValue("Idempotency-Replayed").isPresent() ? 1 : 0;
            }
            assertThat(bodies).hasSize(1);
            assertThat(replayed).isEqualTo(99);
            assertThat(effects()).isEqualTo(before + 1);
        }
    }

    private Response post(String path, String idempotencyKey, String body) {
        RequestSpecification request = signed().header("Idempotency-Key", idempotencyKey);
        return body.isEmpty()
                ? request.post(path)
                : request.contentType(ContentType.JSON).body(body).post(path);
    }

    private RequestSpecification signed() {
        return given().header("Authorization", "Bearer " + operatorKey);
    }

    private static int effects() {
        return given().get("/api/probe/effects").path("effects");
    }

    private static int attempts() {
        return given().get("/api/probe/effects").path("attempts");
    }

    private static URI uri(String path) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
    }
}
