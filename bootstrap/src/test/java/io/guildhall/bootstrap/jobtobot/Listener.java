package io.guildhall.bootstrap.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who keeps an event stream open. */
final class Listener implements AutoCloseable {

    private static final String DATA = "data:";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();

    private Listener() {}

    static Listener of(Somebody somebody, String path) {
        Listener listener = new Listener();
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + somebody.key())
                        .build();
        try {
            HttpResponse<InputStream> stream =
                    listener.http.send(request, BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> listener.listen(stream.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return listener;
    }

    /** The agent's own words, in the order in which they were heard. */
    List<String> reported() {
        return heard.stream()
                .map(event -> event.findValue("progress").get("event").asText())
                .toList();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private void listen(InputStream stream) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    heard.add(Said.json(line.substring(DATA.length())));
                }
            }
        } catch (IOException _) {
            // The stream ends when its listener leaves.
        }
    }
}
