package io.guildhall.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Stripe's own description of its API: what may be asked of it, and what it answers. */
final class PublishedApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEEP = 4;

    private final JsonNode description = read();
    private final SchemaRegistry loose =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    // A form knows texts only.
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder().typeLoose(true).build()));
    private final SchemaRegistry strict =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final List<Call> calls = new ArrayList<>();

    PublishedApi() {
        description
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

    private static JsonNode read() {
        try (InputStream bytes = PublishedApi.class.getResourceAsStream("stripe.json")) {
            return MAPPER.readTree(Objects.requireNonNull(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One method at one path. */
    record Call(String method, String path, JsonNode described) {

        boolean is(String askedMethod, String askedPath) {
            return method.equalsIgnoreCase(askedMethod)
                    && Pattern.matches(path.replaceAll("\\{[^}]+}", "[A-Za-z0-9_]+"), askedPath);
        }

        String name() {
            return method + " " + path;
        }
    }

    Optional<Call> find(String method, String path) {
        return calls.stream().filter(call -> call.is(method, path)).findFirst();
    }

    /** What is wrong with a request; empty when Stripe would take it. */
    List<String> problemsOf(Call call, ObjectNode query, ObjectNode form) {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, JsonNode> given : query.properties()) {
            JsonNode schema = queryParameter(call, given.getKey());
            if (schema.isMissingNode()) {
                problems.add("unknown query parameter " + given.getKey());
            } else {
                problems.addAll(
                        violations(
                                loose,
                                call.name() + "?" + given.getKey(),
                                schema,
                                given.getValue().toString()));
            }
        }
        JsonNode schema = call.described().path("request");
        if (schema.isMissingNode()) {
            form.fieldNames().forEachRemaining(name -> problems.add("unexpected field " + name));
        } else {
            problems.addAll(violations(loose, call.name(), schema, form.toString()));
        }
        return problems;
    }

    List<String> problemsOfAnswer(Call call, JsonNode body) {
        return violations(
                strict,
                "answer to " + call.name(),
                call.described().path("response"),
                body.toString());
    }

    /** An object of that name with all that it must have, each as plain as it may be. */
    ObjectNode sample(String name) {
        return (ObjectNode) sample(description.path("components").path("schemas").path(name), 0);
    }

    private JsonNode sample(JsonNode schema, int depth) {
        JsonNode resolved = resolved(schema);
        if (resolved.path("nullable").asBoolean()) {
            return MAPPER.nullNode();
        }
        if (resolved.has("enum")) {
            return resolved.path("enum").get(0);
        }
        if (resolved.has("anyOf")) {
            return sample(resolved.path("anyOf").get(0), depth);
        }
        return switch (resolved.path("type").asText()) {
            case "string" -> MAPPER.getNodeFactory().textNode("x");
            case "integer", "number" -> MAPPER.getNodeFactory().numberNode(0);
            case "boolean" -> MAPPER.getNodeFactory().booleanNode(false);
            case "array" -> MAPPER.createArrayNode();
            default -> object(resolved, depth);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = MAPPER.createObjectNode();
        if (depth < DEEP) {
            for (JsonNode required : schema.path("required")) {
                object.set(
                        required.asText(),
                        sample(schema.path("properties").path(required.asText()), depth + 1));
            }
        }
        return object;
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }

    private static JsonNode queryParameter(Call call, String name) {
        for (JsonNode parameter : call.described().path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("name").asText().equals(name)) {
                return parameter.path("schema");
            }
        }
        return MAPPER.missingNode();
    }

    private List<String> violations(
            SchemaRegistry registry, String name, JsonNode schema, String body) {
        return compiled
                .computeIfAbsent(name, _ -> compile(registry, schema))
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private Schema compile(SchemaRegistry registry, JsonNode schema) {
        ObjectNode whole = MAPPER.createObjectNode();
        whole.putArray("allOf").add(nullable(schema));
        whole.set("components", nullable(description.path("components")));
        return registry.getSchema(whole.toString(), InputFormat.JSON);
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
}
