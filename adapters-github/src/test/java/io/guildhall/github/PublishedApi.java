package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** GitHub's own description of its API: what may be asked of it, and what it answers. */
final class PublishedApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SchemaRegistry schemas =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final List<Call> calls = new ArrayList<>();

    PublishedApi() {
        read("api.github.com.json");
        read("repositories.api.github.com.json");
    }

    private void read(String name) {
        resource(name)
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        calls.add(
                                                new Call(
                                                        method.getKey(),
                                                        path.getKey(),
                                                        method.getValue()))));
    }

    static JsonNode resource(String name) {
        try (InputStream bytes = PublishedApi.class.getResourceAsStream(name)) {
            return MAPPER.readTree(Objects.requireNonNull(bytes, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One method at one path. */
    record Call(String method, String path, JsonNode described) {

        private static final String NUMBER = "[0-9]+";

        boolean is(String askedMethod, String askedPath) {
            return method.equalsIgnoreCase(askedMethod) && pattern().matcher(askedPath).matches();
        }

        private Pattern pattern() {
            String pattern = path;
            for (JsonNode parameter : described.path("parameters")) {
                boolean isNumber = parameter.path("schema").path("type").asText().equals("integer");
                pattern =
                        pattern.replace(
                                "{" + parameter.path("name").asText() + "}",
                                isNumber ? NUMBER : "[^/]+");
            }
            return Pattern.compile(pattern);
        }

        /** The status of an answer that succeeds. */
        int status() {
            return Integer.parseInt(described.path("responses").fieldNames().next());
        }

        JsonNode answer() {
            return described
                    .path("responses")
                    .path(String.valueOf(status()))
                    .path("content")
                    .path("application/json");
        }

        /** GitHub's own, to be changed. */
        ObjectNode example() {
            return answer().path("example").deepCopy();
        }
    }

    Optional<Call> find(String method, String path) {
        return calls.stream().filter(call -> call.is(method, path)).findFirst();
    }

    /** The one of exactly this path. */
    Call call(String method, String path) {
        return calls.stream()
                .filter(call -> call.method().equals(method) && call.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong with a request; empty when GitHub would take it. */
    List<String> problemsOf(Call call, Map<String, String> query, String contentType, String body) {
        List<String> problems = new ArrayList<>();
        query.keySet().stream()
                .filter(name -> !isQuery(call, name))
                .forEach(name -> problems.add("unknown query parameter " + name));
        JsonNode schema =
                call.described()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
        if (body.isEmpty()) {
            if (call.described().path("requestBody").path("required").asBoolean()) {
                problems.add("a body is required");
            }
        } else if (schema.isMissingNode()) {
            problems.add("a body where none is taken");
        } else {
            if (!contentType.startsWith("application/json")) {
                problems.add("a body of type " + contentType);
            }
            problems.addAll(violations(schema, body));
            unknownFields(schema, body).forEach(name -> problems.add("unknown field " + name));
        }
        return problems;
    }

    List<String> problemsOfAnswer(Call call, String body) {
        return violations(call.answer().path("schema"), body);
    }

    private static boolean isQuery(Call call, String name) {
        for (JsonNode parameter : call.described().path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private List<String> violations(JsonNode schema, String body) {
        return schemas
                .getSchema(nullable(schema).toString(), InputFormat.JSON)
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** OpenAPI 3.0 says {@code nullable} where JSON Schema names the type null. */
    private static JsonNode nullable(JsonNode schema) {
        if (schema instanceof ArrayNode parts) {
            ArrayNode translated = MAPPER.createArrayNode();
            parts.forEach(part -> translated.add(nullable(part)));
            return translated;
        }
        if (!(schema instanceof ObjectNode fields)) {
            return schema;
        }
        ObjectNode translated = MAPPER.createObjectNode();
        fields.properties()
                .forEach(field -> translated.set(field.getKey(), nullable(field.getValue())));
        if (!fields.path("nullable").asBoolean()) {
            return translated;
        }
        ObjectNode either = MAPPER.createObjectNode();
        either.putArray("anyOf").add(translated).addObject().put("type", "null");
        return either;
    }

    private static List<String> unknownFields(JsonNode schema, String body) {
        try {
            return MAPPER.readTree(body).properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !schema.path("properties").has(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
