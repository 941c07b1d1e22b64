package io.guildhall.bootstrap.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Prints an answer as indented lines of names and values; what is not set is left out. */
final class AnswerLines {

    private static final String STEP = "  ";

    private final PrintStream out;

    AnswerLines(PrintStream out) {
        this.out = out;
    }

    void print(JsonNode answer) {
        JsonNode items = answer.path("items");
        if (items.isArray()) {
            list("", items);
            if (answer.path("has_more").asBoolean()) {
                out.println("More: --cursor " + answer.path("next_cursor").asText());
            }
            return;
        }
        object("", answer);
    }

    private void list(String indent, JsonNode items) {
        if (items.isEmpty()) {
            out.println(indent + "none");
        }
        for (JsonNode item : items) {
            if (item.isContainerNode()) {
                out.println(indent + "-");
                object(indent + STEP, item);
            } else {
                out.println(indent + "- " + safe(item.asText()));
            }
        }
    }

    private void object(String indent, JsonNode object) {
        object.properties()
                .forEach(property -> {
                    JsonNode value = property.getValue();
                    if (value.isNull() || (value.isContainerNode() && value.isEmpty())) {
                        return;
                    }
                    if (value.isArray()) {
                        out.println(indent + property.getKey() + ":");
                        list(indent + STEP, value);
                    } else if (value.isObject()) {
                        out.println(indent + property.getKey() + ":");
                        object(indent + STEP, value);
                    } else {
                        out.println(indent + property.getKey() + ": " + safe(value.asText()));
                    }
                });
    }

    /** What others wrote must not command the terminal. */
    private static String safe(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(point ->
                        shown.appendCodePoint(
                                Character.isISOControl(point) && point != '\n' ? '\uFFFD' : point));
        return shown.toString();
    }
}
