package io.guildhall.web.watch;

import static org.awaitility.Awaitility.await;

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
import org.jspecify.annotations.Nullable;

/** What the browser of an open page hears, line by line. */
final class Ear implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> answer;
    private final Thread listening;

    private Ear(HttpRequest request) throws IOException, InterruptedException {
        answer = http.send(request, BodyHandlers.ofLines());
        listening = Thread.startVirtualThread(this::listen);
    }

    static Ear at(String path, String session, @Nullable String last) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .header("Cookie", "guildhall-session=" + session)
                        .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        try {
            Ear ear = new Ear(request.build());
            if (ear.status() == 200) {
                await().until(() -> !ear.lines.isEmpty());
            }
            return ear;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return answer.statusCode();
    }

    String text() {
        return String.join("\n", lines);
    }

    boolean heard(String words) {
        return text().contains(words);
    }

    List<String> events() {
        return after("event: ");
    }

    /** How many entries of the story it was told. */
    long happened() {
        return events().stream().filter("happened"::equals).count();
    }

    List<String> ids() {
        return after("id: ");
    }

    boolean isOver() {
        return !listening.isAlive();
    }

    private List<String> after(String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private void listen() {
        try {
            answer.body().forEach(lines::add);
        } catch (UncheckedIOException _) {
            // It was closed.
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
