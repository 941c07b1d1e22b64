package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the service answered; each one is looked at for what every answer must have, whatever was
 * asked.
 */
record Answer(String asked, int status, HttpHeaders headers, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WINDOW_SECONDS = 60;

    static Answer of(String asked, HttpResponse<String> response) {
        Answer answer =
                new Answer(asked, response.statusCode(), response.headers(), read(response.body()));
        answer.isNoFaultOfOurs();
        answer.hasARequestId();
        answer.tellsItsLimits();
        if (answer.status >= 400) {
            answer.isInTheDocumentsEnvelope();
        }
        return answer;
    }

    /** This answer, if it has that status. */
    Answer is(int expected) {
        assertThat(status).as("status of %s", this).isEqualTo(expected);
        return this;
    }

    /** This answer, if it is a refusal by the document's status and word. */
    Answer isRefusal(int expected, String code) {
        is(expected);
        assertThat(text("code")).as("code of %s", this).isEqualTo(code);
        return this;
    }

    /** This answer, if it is a refusal that names these fields and no others. */
    Answer isRefusalOf(int expected, String code, String... fields) {
        isRefusal(expected, code);
        assertThat(list("details"))
                .as("details of %s", this)
                .extracting(detail -> detail.get("field").asText())
                .containsExactlyInAnyOrder(fields);
        return this;
    }

    /** This answer, if it is a refusal for that finer reason, having met that state. */
    Answer isConflictWith(String reason, String currentStatus) {
        isRefusal(409, "conflict");
        assertThat(text("reason")).as("reason of %s", this).isEqualTo(reason);
        assertThat(text("current_status")).as("state of %s", this).isEqualTo(currentStatus);
        return this;
    }

    JsonNode field(String name) {
        JsonNode found = body.get(name);
        assertThat(found).as("field '%s' of %s", name, this).isNotNull();
        return found;
    }

    String text(String name) {
        return field(name).asText();
    }

    long number(String name) {
        assertThat(field(name).isIntegralNumber()).as("'%s' of %s", name, this).isTrue();
        return field(name).asLong();
    }

    List<JsonNode> list(String name) {
        List<JsonNode> entries = new ArrayList<>();
        field(name).forEach(entries::add);
        return entries;
    }

    List<String> words(String name) {
        return list(name).stream().map(JsonNode::asText).toList();
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    List<JsonNode> items() {
        return list("items");
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    long numberIn(String header) {
        assertThat(header(header)).as("%s of %s", header, this).isPresent();
        return Long.parseLong(header(header).orElseThrow());
    }

    @Override
    public String toString() {
        return asked + " -> " + status + " " + body;
    }

    private void isNoFaultOfOurs() {
        assertThat(status).as("status of %s", this).isBetween(200, 499);
    }

    private void hasARequestId() {
        assertThat(header("X-Request-Id")).as("X-Request-Id of %s", this).isPresent();
    }

    private void tellsItsLimits() {
        long limit = numberIn("X-RateLimit-Limit");
        long now = Instant.now().getEpochSecond();
        assertThat(numberIn("X-RateLimit-Remaining"))
                .as("remaining of %s", this)
                .isBetween(0L, limit);
        assertThat(numberIn("X-RateLimit-Reset"))
                .as("reset of %s", this)
                .isBetween(now - WINDOW_SECONDS, now + WINDOW_SECONDS);
        if (status == 429) {
            assertThat(numberIn("Retry-After"))
                    .as("Retry-After of %s", this)
                    .isBetween(1L, (long) WINDOW_SECONDS);
        }
    }

    private void isInTheDocumentsEnvelope() {
        assertThat(header("Content-Type"))
                .as("type of %s", this)
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(field("error").isBoolean() && field("error").asBoolean())
                .as("error of %s", this)
                .isTrue();
        assertThat(text("code")).as("code of %s", this).matches("[a-z_]+");
        assertThat(text("message")).as("message of %s", this).isNotBlank();
        assertThat(field("details").isArray()).as("details of %s", this).isTrue();
        assertThat(list("details"))
                .as("details of %s", this)
                .allSatisfy(detail -> {
                    assertThat(detail.fieldNames())
                            .toIterable()
                            .containsExactlyInAnyOrder("field", "message");
                    assertThat(detail.get("field").asText()).isNotBlank();
                    assertThat(detail.get("message").asText()).isNotBlank();
                });
        assertThat(header("X-Request-Id")).as("id of %s", this).hasValue(text("request_id"));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
