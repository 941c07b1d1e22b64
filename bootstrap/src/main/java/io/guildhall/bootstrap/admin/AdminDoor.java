package io.guildhall.bootstrap.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.bootstrap.admin.Commands.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** One request to the service, with an admin's key; a write carries an idempotency key. */
final class AdminDoor {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Comparing all books may take long. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI base;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    AdminDoor(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    record Answer(int status, JsonNode body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    Answer send(Request request) {
        try {
            HttpRequest.Builder http =
                    HttpRequest.newBuilder(base.resolve(request.path()))
                            .timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .header("Authorization", "Bearer " + key);
            if (request.body().isEmpty()) {
                http.GET();
            } else {
                http.header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(request.body())));
            }
            HttpResponse<String> response = this.http.send(http.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new DoorUnreachable(
                    "No service answers at "
                            + base
                            + "; set GUILDHALL_URL or GUILDHALL_PORT ("
                            + e.getClass().getSimpleName()
                            + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DoorUnreachable("Interrupted");
        }
    }
}
