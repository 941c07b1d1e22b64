package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.guildhall.github.PublishedApi.Call;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the stub is asked once, and how it answers: in the published form, or with a complaint of
 * what GitHub would not have taken.
 */
final class StubExchange {

    private final HttpExchange exchange;
    private final String body;
    private final PublishedApi published;
    private final List<String> complaints;

    StubExchange(HttpExchange exchange, PublishedApi published, List<String> complaints)
            throws IOException {
        this.exchange = exchange;
        this.body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        this.published = published;
        this.complaints = complaints;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /** Such as {@code GET /user}. */
    String question() {
        return method() + " " + path();
    }

    @Nullable String rawQuery() {
        return exchange.getRequestURI().getRawQuery();
    }

    Map<String, String> query() {
        return fields(rawQuery());
    }

    String body() {
        return body;
    }

    Map<String, String> form() {
        return fields(body);
    }

    @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** Empty when it shows none. */
    String bearer() {
        return Objects.requireNonNullElse(header("Authorization"), "")
                .replaceFirst("^(?i)(bearer|token) ", "");
    }

    /** What is wrong with the request; empty when GitHub would take it. */
    List<String> problemsAs(Call call) {
        return published.problemsOf(
                call, query(), Objects.requireNonNullElse(header("Content-Type"), ""), body);
    }

    void addHeader(String name, String value) {
        exchange.getResponseHeaders().add(name, value);
    }

    void publish(Call call, JsonNode answer) throws IOException {
        List<String> problems = published.problemsOfAnswer(call, answer.toString());
        if (!problems.isEmpty()) {
            complaints.add("our own answer to " + call.path() + ": " + problems);
        }
        send(call.status(), answer.toString());
    }

    void complain(String complaint) throws IOException {
        complaints.add(complaint);
        send(400, "{\"message\": \"Problems parsing the request\"}");
    }

    void send(int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        addHeader("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** An answer of which more is to come. */
    void begin() throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
    }

    /** Nothing but that. */
    void send(int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    /** Whoever asked does not hear of it. */
    void lose() {
        exchange.close();
    }

    private static Map<String, String> fields(@Nullable String form) {
        Map<String, String> fields = new TreeMap<>();
        if (form == null || form.isEmpty()) {
            return fields;
        }
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            fields.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
