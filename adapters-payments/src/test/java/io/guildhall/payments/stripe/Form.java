package io.guildhall.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stripe's forms, in which {@code a[b][0]=c} is a list below an object. */
final class Form {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)]");

    private Form() {}

    static ObjectNode read(@Nullable String text) {
        ObjectNode root = MAPPER.createObjectNode();
        if (text == null || text.isEmpty()) {
            return root;
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            put(
                    root,
                    steps(decoded(pair.substring(0, equals))),
                    decoded(pair.substring(equals + 1)));
        }
        return (ObjectNode) withLists(root);
    }

    private static List<String> steps(String name) {
        List<String> steps = new ArrayList<>();
        int bracket = name.indexOf('[');
        steps.add(bracket < 0 ? name : name.substring(0, bracket));
        Matcher below = STEP.matcher(name);
        while (below.find()) {
            steps.add(below.group(1));
        }
        return steps;
    }

    private static void put(ObjectNode root, List<String> steps, String value) {
        ObjectNode at = root;
        for (String step : steps.subList(0, steps.size() - 1)) {
            at = at.withObjectProperty(step);
        }
        String last = steps.getLast();
        at.put(last.isEmpty() ? String.valueOf(at.size()) : last, value);
    }

    /** What has only numbers for names was a list. */
    private static JsonNode withLists(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        boolean isList = !object.isEmpty();
        for (String name : (Iterable<String>) object::fieldNames) {
            isList &= name.matches("[0-9]+");
        }
        if (isList) {
            ArrayNode list = MAPPER.createArrayNode();
            object.forEach(item -> list.add(withLists(item)));
            return list;
        }
        ObjectNode below = MAPPER.createObjectNode();
        object.properties()
                .forEach(field -> below.set(field.getKey(), withLists(field.getValue())));
        return below;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
