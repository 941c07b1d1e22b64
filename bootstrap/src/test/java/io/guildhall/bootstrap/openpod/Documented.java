package io.guildhall.bootstrap.openpod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;

/**
 * An answer as the document prints it: each of its fields must be in ours, at the same place and of
 * the same type. Ours may say more.
 */
record Documented(String printed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode compare(String answer) {
        JsonNode ours = read(answer);
        compare("$", read(printed), ours);
        return ours;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }

    private static void compare(String place, JsonNode printed, JsonNode ours) {
        assertThat(type(ours)).as(place).isEqualTo(type(printed));
        printed.properties()
                .forEach(field -> {
                    assertThat(ours.has(field.getKey())).as(place + "." + field.getKey()).isTrue();
                    compare(
                            place + "." + field.getKey(),
                            field.getValue(),
                            ours.get(field.getKey()));
                });
        for (int index = 0; index < printed.size() && printed.isArray(); index++) {
            assertThat(ours.size()).as(place).isGreaterThan(index);
            compare(place + "[" + index + "]", printed.get(index), ours.get(index));
        }
    }

    private static JsonNodeType type(JsonNode node) {
        return node.getNodeType();
    }
}
