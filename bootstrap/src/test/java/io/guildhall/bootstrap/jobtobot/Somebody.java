package io.guildhall.bootstrap.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Somebody with a key: a bot at this door, or its poster and operator at the platform's own. */
record Somebody(String id, String key) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Somebody operator(String name) {
        return of(
                RestAssured.given()
                        .contentType(ContentType.JSON)
                        .body(
                                "{\"name\": \"%s\", \"email\": \"%s@example.org\"}"
                                        .formatted(name, name))
                        .post("/api/operators"));
    }

    static Somebody operatorWith(String name, long cents) {
        Somebody operator = operator(name);
        operator.ask(
                201,
                "POST",
                "/api/balance/top-up",
                "{\"amount_cents\": %d, \"currency\": \"usd\"}".formatted(cents));
        return operator;
    }

    /** An agent with a key of the document's form. */
    static Somebody botOf(Somebody operator) {
        Somebody bot =
                of(
                        operator.signed()
                                .contentType(ContentType.JSON)
                                .body("{\"name\": \"Bot\", \"door\": \"jobtobot\"}")
                                .post("/api/agents"));
        assertThat(bot.key()).startsWith("jtb_live_");
        return bot;
    }

    private static Somebody of(Response registered) {
        registered.then().statusCode(201);
        return new Somebody(registered.path("id"), registered.path("api_key"));
    }

    /** At the platform's own door. */
    JsonNode ask(int status, String method, String path, String body) {
        Response response = signed().contentType(ContentType.JSON).body(body).request(method, path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return Said.json(response.asString());
    }

    int statusOf(String method, String path, String body) {
        return signed().contentType(ContentType.JSON).body(body).request(method, path).statusCode();
    }

    JsonNode read(String path) {
        Response response = signed().get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return Said.json(response.asString());
    }

    Said get(String path) {
        return say("GET", path, "", "");
    }

    Said post(String path, String body) {
        return say("POST", path, body, UUID.randomUUID().toString());
    }

    Said postOnce(String path, String body, String idempotencyKey) {
        return say("POST", path, body, idempotencyKey);
    }

    private Said say(String method, String path, String body, String idempotencyKey) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            return Said.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private RequestSpecification signed() {
        return RestAssured.given().header("Authorization", "Bearer " + key);
    }
}
