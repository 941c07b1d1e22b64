package io.guildhall.bootstrap.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One request to the service as it is written on the wire, and what comes back. */
final class Knock {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private Knock() {}

    /** What came back; a stream is not read to its end, which it has none. */
    record Heard(String asked, int status, HttpHeaders headers, String text) {

        JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + text, e);
            }
        }

        String at(String pointer) {
            JsonNode found = json().at(pointer);
            if (found.isMissingNode()) {
                throw new AssertionError("No " + pointer + " in " + this);
            }
            return found.asText();
        }

        /** This answer, if it is one of success. */
        Heard ok() {
            if (status / 100 != 2) {
                throw new AssertionError("Not done: " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return asked + " -> " + status + " " + text.substring(0, Math.min(text.length(), 300));
        }
    }

    static Heard get(@Nullable String key, String path) {
        return send(key, "GET", path, null);
    }

    static Heard post(@Nullable String key, String path, String body) {
        return send(key, "POST", path, body);
    }

    static Heard send(
            @Nullable String key,
            String method,
            String path,
            @Nullable String body,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofSeconds(20));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        String asked = method + " " + path + " " + Arrays.toString(headers);
        try {
            HttpResponse<InputStream> response =
                    HTTP.send(request.build(), BodyHandlers.ofInputStream());
            boolean isStream =
                    response.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .startsWith("text/event-stream");
            try (InputStream stream = response.body()) {
                String text =
                        isStream ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                return new Heard(asked, response.statusCode(), response.headers(), text);
            }
        } catch (IOException e) {
            throw new AssertionError("No answer to " + asked, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** An object with what the second one has, and what only the first has. */
    static String merged(String json, String above) {
        try {
            return JSON.readerForUpdating(JSON.readTree(json)).readTree(above).toString();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String base() {
        return "http://localhost:" + RestAssured.port;
    }
}
