package io.guildhall.bootstrap.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** Compares an answer with a printed one: every printed field is there, in the printed form. */
final class Form {

    private Form() {}

    static void assertLike(JsonNode printed, JsonNode answered) {
        assertLike("", printed, answered);
    }

    private static void assertLike(String place, JsonNode printed, JsonNode answered) {
        assertThat(answered).as("%s is there", place).isNotNull();
        assertThat(answered.getNodeType())
                .as("the type of %s", place)
                .isEqualTo(printed.getNodeType());
        switch (printed.getNodeType()) {
            case OBJECT ->
                    printed.fieldNames()
                            .forEachRemaining(name ->
                                    assertLike(
                                            place + "/" + name,
                                            printed.get(name),
                                            answered.get(name)));
            case ARRAY -> answered.forEach(item -> assertLike(place + "/*", printed.get(0), item));
            case STRING -> assertTextLike(place, printed.asText(), answered.asText());
            case BOOLEAN, NUMBER -> {
                // Their type is all that the document fixes.
            }
            case BINARY, MISSING, NULL, POJO ->
                    throw new IllegalStateException("The document prints no such thing");
        }
    }

    private static void assertTextLike(String place, String printed, String answered) {
        if (printed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            assertThat(UUID.fromString(answered)).as(place).hasToString(answered);
        } else if (printed.matches("[0-9]+\\.[0-9]{2}")) {
            assertThat(answered).as(place).matches("[0-9]+\\.[0-9]{2}");
        } else if (printed.matches("[0-9-]+T[0-9:.]+Z")) {
            assertThat(Instant.parse(answered)).as(place).hasToString(answered);
        }
    }
}
