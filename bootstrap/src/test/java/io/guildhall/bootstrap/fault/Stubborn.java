package io.guildhall.bootstrap.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A caller that does not take an outage for an answer: the same request is sent again under the
 * same key until the service has answered it.
 *
 * @param bases where the replicas of the service are; each attempt is made at any of them
 * @param witness sees every attempt
 */
public record Stubborn(List<URI> bases, String key, Witness witness) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int ATTEMPTS_MAX = 600;
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    public Stubborn(URI base, String key) {
        this(List.of(base), key, new Witness());
    }

    public static Stubborn anonymous(URI... replicas) {
        return new Stubborn(List.of(replicas), "", new Witness());
    }

    /** The first of them. */
    public URI base() {
        return bases.getFirst();
    }

    /** The same as whoever this answer gave a key. */
    public Stubborn as(JsonNode registered) {
        return new Stubborn(bases, registered.required("api_key").asText(), witness);
    }

    public JsonNode get(String path) {
        return send("GET", path, null, 200);
    }

    /** What was answered with success; anything else but an outage fails the test. */
    public JsonNode post(String path, Map<String, ?> body, int expected) {
        return send("POST", path, body, expected);
    }

    private JsonNode send(String method, String path, @Nullable Map<String, ?> body, int expected) {
        String once = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            HttpRequest request = request(method, path, body, once);
            Instant begun = Instant.now();
            try {
                HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
                witness.answered(begun, answer.statusCode());
                if (answer.statusCode() == expected) {
                    return JSON.readTree(answer.body());
                }
                if (!isOutage(answer) || attempt == ATTEMPTS_MAX - 1) {
                    throw new AssertionError(
                            method + " " + path + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException outage) {
                // Nobody there, or gone before it answered: which, only the same key can tell.
                witness.brokenOff(begun);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        throw new AssertionError(method + " " + path + ": no answer");
    }

    /** Unavailable, and when to come again; or the same request is still being answered. */
    private static boolean isOutage(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 503 -> answer.headers().firstValue("Retry-After").isPresent();
            case 409 -> true;
            default -> false;
        };
    }

    private HttpRequest request(
            String method, String path, @Nullable Map<String, ?> body, String once) {
        URI base = bases.get(ThreadLocalRandom.current().nextInt(bases.size()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
        if (!key.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + key).setHeader("Idempotency-Key", once);
        }
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        return request.setHeader("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json(body)))
                .build();
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
