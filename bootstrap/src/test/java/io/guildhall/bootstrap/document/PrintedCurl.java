package io.guildhall.bootstrap.document;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A curl command as a document prints it, sent as curl would send it. */
public record PrintedCurl(String command) {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

    /** What curl says of a body of which its user says nothing. */
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Puts the reader's own in place of what is printed. */
    public PrintedCurl with(String printed, String own) {
        return new PrintedCurl(command.replace(printed, own));
    }

    /** Sent to the service under test, whatever base URL is printed. */
    public PrintedCurl toService(String printedBase) {
        return with(printedBase, RestAssured.baseURI + ":" + RestAssured.port);
    }

    public HttpResponse<String> send() {
        List<String> words = words();
        HttpRequest.Builder request = null;
        String method = "";
        String body = "";
        List<String> headers = new ArrayList<>();
        for (int place = 1; place < words.size(); place++) {
            switch (words.get(place)) {
                case "-s" -> {
                    // Only silences curl itself.
                }
                case "-X" -> method = words.get(++place);
                case "-H" -> headers.add(words.get(++place));
                case "-d" -> body = words.get(++place);
                case String url -> request = HttpRequest.newBuilder(URI.create(url));
            }
        }
        if (request == null) {
            throw new IllegalStateException("No address in " + command);
        }
        boolean saysType = headers.stream().anyMatch(header -> header.startsWith("Content-Type:"));
        if (!body.isEmpty() && !saysType) {
            headers.add("Content-Type: " + FORM);
        }
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        request.timeout(Duration.ofSeconds(30))
                .method(
                        method.isEmpty() ? body.isEmpty() ? "GET" : "POST" : method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(request.build());
    }

    /** As a shell takes the command apart, and with its one inner command carried out. */
    private List<String> words() {
        String line =
                command.replace("\\\n", " ")
                        .replace("$(uuidgen)", UUID.randomUUID().toString())
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

    private static HttpResponse<String> send(HttpRequest request) {
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
