package io.guildhall.persistence.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guildhall.domain.notification.Attempt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attempts of a delivery as the JSON of one column. */
final class AttemptsJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AttemptsJson() {}

    static String write(List<Attempt> attempts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Attempt attempt : attempts) {
            Instant next = attempt.nextAttemptAt();
            array.addObject()
                    .put("number", attempt.number())
                    .put("at", written(attempt.at()))
                    .put("took_micros", attempt.took().toNanos() / 1_000)
                    .put("status", attempt.responseStatus())
                    .put("body", kept(attempt.bodyStart()))
                    .put("error", attempt.error())
                    .put("next_at", next == null ? null : written(next));
        }
        return array.toString();
    }

    static List<Attempt> read(String json) {
        try {
            return MAPPER.readTree(json).valueStream().map(AttemptsJson::read).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Attempt read(JsonNode attempt) {
        String next = textOrNull(attempt, "next_at");
        return new Attempt(
                attempt.required("number").intValue(),
                Instant.parse(attempt.required("at").textValue()),
                Duration.of(attempt.required("took_micros").longValue(), ChronoUnit.MICROS),
                attempt.required("status").isNull() ? null : attempt.required("status").intValue(),
                attempt.required("body").textValue(),
                textOrNull(attempt, "error"),
                next == null ? null : Instant.parse(next));
    }

    private static @Nullable String textOrNull(JsonNode attempt, String name) {
        return attempt.required(name).textValue();
    }

    private static String written(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** A receiver may write what no column of PostgreSQL keeps. */
    private static String kept(String body) {
        return new String(
                body.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }
}
