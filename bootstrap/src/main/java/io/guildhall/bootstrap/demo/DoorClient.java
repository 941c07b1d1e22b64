package io.guildhall.bootstrap.demo;

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
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One party's connection to the openbounty door. A write carries an idempotency key, so it is
 * safely sent again when the service asks to wait.
 */
final class DoorClient {

    private static final int ATTEMPTS_MAX = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI base;
    private final @Nullable String token;

    private DoorClient(HttpClient http, URI base, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    static DoorClient anonymous(URI base) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        return new DoorClient(http, base, null);
    }

    /** Exchanges a key for an access token, as the published document has it. */
    DoorClient withKey(String apiKey) {
        String access = post("/api/auth/token", Map.of("api_key", apiKey)).get("token").asText();
        return new DoorClient(http, base, access);
    }

    JsonNode get(String path) {
        return expectSuccess("GET", path, null);
    }

    JsonNode post(String path, Map<String, ?> body) {
        return expectSuccess("POST", path, body);
    }

    JsonNode put(String path, Map<String, ?> body) {
        return expectSuccess("PUT", path, body);
    }

    JsonNode patch(String path, Map<String, ?> body) {
        return expectSuccess("PATCH", path, body);
    }

    /** What came back, whatever it was; for those who expect to lose a race. */
    Answer tryPost(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    /** A status and its JSON. */
    record Answer(int status, JsonNode body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    private JsonNode expectSuccess(String method, String path, @Nullable Map<String, ?> body) {
        Answer answer = send(method, path, body);
        if (!answer.isSuccess()) {
            throw new DemoFailed(
                    method + " " + path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private Answer send(String method, String path, @Nullable Map<String, ?> body) {
        String idempotencyKey = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> response = sendOnce(method, path, body, idempotencyKey);
            boolean askedToWait = response.statusCode() == 429 || response.statusCode() == 503;
            if (!askedToWait || attempt == ATTEMPTS_MAX) {
                return new Answer(response.statusCode(), parse(response.body()));
            }
            pause(Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1)));
        }
    }

    private HttpResponse<String> sendOnce(
            String method, String path, @Nullable Map<String, ?> body, String idempotencyKey) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(base.resolve(path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Accept", "application/json");
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
            }
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Interrupted");
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new DemoFailed("Not JSON: " + text);
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Interrupted");
        }
    }
}
