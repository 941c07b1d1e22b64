package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Somebody who listens to the live stream and remembers every line. */
final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<Stream<String>> answer;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread listening;

    private Listener(HttpRequest request) throws IOException, InterruptedException {
        answer = http.send(request, BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        listening = Thread.startVirtualThread(this::listen);
    }

    static Listener to(String path, Party party) {
        return to(path, party.visitor());
    }

    static Listener to(String path, Visitor visitor) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Visitor.service().resolve(path))
                        .header("Accept", "text/event-stream");
        visitor.headers().forEach(request::setHeader);
        try {
            return new Listener(request.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The events' words, in the order in which they came. */
    List<String> words() {
        return values("event: ");
    }

    /** The events' ids, in the order in which they came. */
    List<String> ids() {
        return values("id: ").stream().filter(id -> id.startsWith("evt_")).toList();
    }

    List<String> data() {
        return values("data: ");
    }

    /** What it would come back with. */
    String lastId() {
        await().atMost(PATIENCE).until(() -> !values("id: ").isEmpty());
        return values("id: ").getLast();
    }

    /** Waits until it has heard that word so many times. */
    Listener heard(String word, int times) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(words()).filteredOn(word::equals).hasSize(times));
        return this;
    }

    void awaitEnd() {
        await().atMost(PATIENCE).until(() -> !listening.isAlive());
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
