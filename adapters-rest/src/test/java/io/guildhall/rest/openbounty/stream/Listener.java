package io.guildhall.rest.openbounty.stream;

import static org.awaitility.Awaitility.await;

import io.guildhall.rest.openbounty.Client;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Somebody who listens to a stream and remembers every line. */
final class Listener implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<Stream<String>> answer;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread listening;

    private Listener(HttpRequest request) throws IOException, InterruptedException {
        answer = http.send(request, BodyHandlers.ofLines());
        listening = Thread.startVirtualThread(this::listen);
    }

    /**
     * @param headers names and values in turn
     */
    static Listener to(String path, Client client, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .header("Authorization", "Bearer " + client.key())
                        .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Listener(request.build());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<Stream<String>> answer() {
        return answer;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<String> words() {
        return values("event: ");
    }

    List<String> ids() {
        return values("id: ").stream().filter(id -> id.startsWith("evt_")).toList();
    }

    /** Waits until it has heard that word so many times. */
    Listener heard(String word, int times) {
        await().until(() -> words().stream().filter(word::equals).count() == times);
        return this;
    }

    void awaitEnd() {
        await().until(() -> !listening.isAlive());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private void listen() {
        try {
            answer.body().forEach(lines::add);
        } catch (UncheckedIOException _) {
            // It was closed at one of both ends.
        }
    }

    private List<String> values(String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
