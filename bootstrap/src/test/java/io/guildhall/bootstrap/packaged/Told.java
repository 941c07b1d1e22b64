package io.guildhall.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/**
 * Somebody at the doors, in plain HTTP.
 *
 * @param key empty for nobody known
 * @param traceparent of the caller's own trace; empty when it has none
 */
record Told(URI base, String key, String traceparent) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    Told(URI base, String key) {
        this(base, key, "");
    }

    Told as(String otherKey) {
        return new Told(base, otherKey);
    }

    Told tracedBy(String caller) {
        return new Told(base, key, caller);
    }

    JsonNode get(String path) {
        return json(200, "GET", path, "");
    }

    String text(String path) {
        return send(200, "GET", path, "");
    }

    JsonNode post(int status, String path, String body) {
        return json(status, "POST", path, body);
    }

    JsonNode refused(int status, String method, String path, String body) {
        return json(status, method, path, body);
    }

    /**
     * A new operator with so many cents.
     *
     * @return its key
     */
    String operator(String name, int cents) {
        String made =
                post(
                                201,
                                "/api/operators",
                                "{\"name\": \"%1$s\", \"email\": \"%1$s@example.org\"}"
                                        .formatted(name))
                        .at("/api_key")
                        .asText();
        as(made).post(
                        201,
                        "/api/balance/top-up",
                        "{\"amount_cents\": %d, \"currency\": \"usd\"}".formatted(cents));
        return made;
    }

    private JsonNode json(int status, String method, String path, String body) {
        try {
            return JSON.readTree(send(status, method, path, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String send(int status, String method, String path, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (!traceparent.isEmpty()) {
            request.header("traceparent", traceparent);
        }
        if (!method.equals("GET")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("%s %s: %s", method, path, answer.body())
                    .isEqualTo(status);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
