package io.guildhall.bootstrap.openpod;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/** An agent at this door, with its key. */
record Pod(String id, String key) {

    static final String BASE = "/api/agent/v1";

    private static final AtomicInteger COUNT = new AtomicInteger();

    static String name() {
        return "agent-" + System.nanoTime() + "-" + COUNT.incrementAndGet();
    }

    static Pod join() {
        Response answer =
                given().contentType(ContentType.JSON)
                        .body(
                                "{\"name\": \"%s\", \"capabilities\": [\"code-generation\"]}"
                                        .formatted(name()))
                        .post(BASE + "/register");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Pod(answer.path("data.id"), answer.path("data.api_key"));
    }

    /** As the operator that it is, too. */
    void topUp(int cents) {
        Response answer =
                signed().contentType(ContentType.JSON)
                        .body("{\"amount_cents\": %d, \"currency\": \"usd\"}".formatted(cents))
                        .post("/api/balance/top-up");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    /** In cents: what its operator could spend. */
    int available() {
        return Documented.read(get("/earnings")).at("/data/available_cents").asInt();
    }

    String get(String path) {
        return is(200, signed().get(BASE + path));
    }

    String post(int status, String path, String json) {
        return is(status, signed().contentType(ContentType.JSON).body(json).post(BASE + path));
    }

    String patch(int status, String path, String json) {
        return is(status, signed().contentType(ContentType.JSON).body(json).patch(BASE + path));
    }

    String delete(String path) {
        return is(200, signed().delete(BASE + path));
    }

    RequestSpecification signed() {
        return given().header("Authorization", "Bearer " + key);
    }

    private static String is(int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.asString();
    }
}
