package io.guildhall.wire.openbounty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.shared.EventLog.Recorded;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSON schemas of all events, concluded from every shape that their payloads can have. */
public final class SchemaExport {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Path DESCRIPTIONS =
            Path.of("..", "wire", "src", "test", "resources", "event-descriptions.properties");
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-0000000000fe");
    private static final String ULID = "[0-7][0-9A-HJKMNP-TV-Z]{25}";
    private static final Pattern DRESSED = Pattern.compile("([a-z]{3}_)" + ULID);

    private SchemaExport() {}

    /** By word, in the order of the alphabet. */
    public static NavigableMap<String, ObjectNode> schemas() {
        NavigableMap<String, List<JsonNode>> told = new TreeMap<>();
        Variations.ofEveryEvent().stream()
                .map(event -> OpenBountyPayload.of(new Recorded(ID, event, Variations.AT)))
                .forEach(payload ->
                        told.computeIfAbsent(payload.get("event").asText(), _ -> new ArrayList<>())
                                .add(payload));
        Properties descriptions = descriptions();
        NavigableMap<String, ObjectNode> schemas = new TreeMap<>();
        told.forEach((word, payloads) -> schemas.put(word, schema(word, payloads, descriptions)));
        return schemas;
    }

    private static ObjectNode schema(
            String word, List<JsonNode> payloads, Properties descriptions) {
        ObjectNode schema =
                JSON.objectNode()
                        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                        .put("$id", EventSchemas.id(word))
                        .put("title", word)
                        .put(
                                "description",
                                Objects.requireNonNull(
                                        descriptions.getProperty(word),
                                        "event-descriptions.properties says nothing of " + word));
        ObjectNode object = schema.setAll(object(payloads));
        object.withObject("/properties").properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> descriptions.containsKey(word + "/" + field))
                .forEach(field ->
                        object.withObject("/properties/" + field)
                                .put("description", descriptions.getProperty(word + "/" + field)));
        return object;
    }

    private static ObjectNode of(@Nullable String field, List<JsonNode> seen) {
        List<JsonNode> there = seen.stream().filter(value -> !value.isNull()).toList();
        ObjectNode schema =
                switch (there.getFirst().getNodeType()) {
                    case OBJECT -> object(there);
                    case ARRAY -> array(there);
                    case STRING -> text(there);
                    case NUMBER -> number(Objects.requireNonNull(field));
                    case BOOLEAN -> JSON.objectNode().put("type", "boolean");
                    case BINARY, MISSING, NULL, POJO ->
                            throw new IllegalStateException("No payload holds " + there.getFirst());
                };
        return there.size() < seen.size() ? orNull(schema) : schema;
    }

    private static ObjectNode object(List<JsonNode> seen) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        Set<String> fields = new LinkedHashSet<>();
        seen.forEach(object -> object.fieldNames().forEachRemaining(fields::add));
        for (String field : fields) {
            List<JsonNode> values =
                    seen.stream()
                            .filter(object -> object.has(field))
                            .map(o -> o.get(field))
                            .toList();
            properties.set(field, of(field, values));
            if (values.size() == seen.size()) {
                required.add(field);
            }
        }
        return schema.put("additionalProperties", true);
    }

    private static ObjectNode array(List<JsonNode> seen) {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", of(null, seen.stream().flatMap(JsonNode::valueStream).toList()));
        return schema;
    }

    private static ObjectNode number(String field) {
        ObjectNode schema = JSON.objectNode().put("type", "integer").put("minimum", 0);
        return field.endsWith("_bps") ? schema.put("maximum", 10_000) : schema;
    }

    private static ObjectNode text(List<JsonNode> seen) {
        ObjectNode schema = JSON.objectNode().put("type", "string");
        NavigableSet<String> texts = new TreeSet<>();
        seen.forEach(text -> texts.add(text.asText()));
        String first = texts.getFirst();
        Matcher id = DRESSED.matcher(first);
        if (texts.contains(Variations.TEXT)) {
            return schema;
        }
        if (first.equals(Variations.AT.toString())) {
            return schema.put("format", "date-time");
        }
        if (id.matches()) {
            return schema.put("pattern", "^" + id.group(1) + ULID + "$");
        }
        if (first.matches("[0-9]+")) {
            return schema.put("pattern", "^[0-9]+$");
        }
        if (texts.size() == 1) {
            return schema.put("const", first);
        }
        texts.forEach(schema.putArray("enum")::add);
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("enum")) {
            schema.withArray("enum").addNull();
        }
        JsonNode type = schema.get("type");
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    private static Properties descriptions() {
        Properties descriptions = new Properties();
        try (Reader file = Files.newBufferedReader(DESCRIPTIONS)) {
            descriptions.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return descriptions;
    }
}
