package io.guildhall.domain.shared;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON of which there is one text only (RFC 8785), so that anybody can count its hash again: names
 * in the order of their characters, no blanks, no escape but the needed ones.
 */
public final class CanonicalJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    /**
     * @param fields JSON texts by their names
     */
    public static String object(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> text(field.getKey()) + ":" + field.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * @param elements JSON texts
     */
    public static String array(List<String> elements) {
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }

    public static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        value.chars().forEach(character -> append(json, (char) character));
        return json.append('"').toString();
    }

    private static void append(StringBuilder json, char character) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (character < FIRST_PRINTABLE) {
                    json.append(String.format("\\u%04x", (int) character));
                } else {
                    json.append(character);
                }
            }
        }
    }
}
