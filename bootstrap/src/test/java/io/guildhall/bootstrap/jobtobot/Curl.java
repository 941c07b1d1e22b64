package io.guildhall.bootstrap.jobtobot;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A curl command as a document prints it, sent to the service under test: nothing but the base URL
 * and the key is another.
 */
record Curl(String command) {

    private static final String BASE_URL = "https://api.jobtobot.com";
    private static final String KEY = "jtb_live_your_api_key_here";
    private static final String TASK_ID = "550e8400-e29b-41d4-a716-446655440000";

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Curl by(String key) {
        return new Curl(command.replace(KEY, key));
    }

    Curl about(String task) {
        return new Curl(command.replace(TASK_ID, task));
    }

    Said send() {
        List<String> words = words();
        HttpRequest.Builder request = null;
        String method = "GET";
        String body = "";
        List<String> headers = new ArrayList<>();
        for (int place = 1; place < words.size(); place++) {
            switch (words.get(place)) {
                case "-X" -> method = words.get(++place);
                case "-H" -> headers.add(words.get(++place));
                case "-d" -> body = words.get(++place);
                case String url -> request = HttpRequest.newBuilder(URI.create(url));
            }
        }
        if (request == null) {
            throw new IllegalStateException("No address in " + command);
        }
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        request.timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return Said.of(send(request.build()));
    }

    /** As a shell takes the command apart, and with its one inner command carried out. */
    private List<String> words() {
        String line =
                command.replace("\\\n", " ")
                        .replace("$(uuidgen)", UUID.randomUUID().toString())
                        .replace(BASE_URL, RestAssured.baseURI + ":" + RestAssured.port)
                        .strip();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(
                    word.group(1) != null
                            ? word.group(1)
                            : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }

    private static java.net.http.HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
