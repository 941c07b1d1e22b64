package io.guildhall.bootstrap.openbounty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Somebody at the door of the running service.
 *
 * @param headers what it shows with every request
 */
record Visitor(Map<String, String> headers) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_BODY = "";

    Visitor {
        headers = Map.copyOf(headers);
    }

    static Visitor anonymous() {
        return new Visitor(Map.of());
    }

    /** Where the service under test listens. */
    static URI service() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    Visitor with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Visitor(more);
    }

    Visitor showing(String keyOrToken) {
        return with("Authorization", "Bearer " + keyOrToken);
    }

    Answer get(String path) {
        return send("GET", path, NO_BODY);
    }

    Answer post(String path) {
        return send("POST", path, NO_BODY);
    }

    Answer post(String path, Map<String, ?> body) {
        return send("POST", path, json(body));
    }

    Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, json(body));
    }

    Answer patch(String path, Map<String, ?> body) {
        return send("PATCH", path, json(body));
    }

    Answer delete(String path) {
        return send("DELETE", path, NO_BODY);
    }

    /** Any method, and any text for a body, be it JSON or not. */
    Answer send(String method, String path, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service().resolve(path)).timeout(PATIENCE);
        if (body.equals(NO_BODY)) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.setHeader("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body));
        }
        headers.forEach(request::setHeader);
        try {
            return Answer.of(
                    method + " " + path, HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
