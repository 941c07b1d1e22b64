package io.guildhall.bootstrap.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every operation that the served OpenAPI document names. */
final class Operations {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Operations() {}

    /**
     * @param isOpen whether the document says that nobody needs to show who it is
     */
    record Operation(String method, String path, String id, boolean isOpen) {

        boolean isRead() {
            return method.equals("GET");
        }

        /** With a body where one may be. */
        @Nullable String body(String json) {
            return isRead() || method.equals("DELETE") ? null : json;
        }
    }

    static List<Operation> all() {
        JsonNode paths = document().path("paths");
        List<Operation> all = new ArrayList<>();
        paths.properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation -> {
                                    if (METHODS.contains(operation.getKey())) {
                                        all.add(
                                                operation(
                                                        path.getKey(),
                                                        operation.getKey(),
                                                        operation.getValue()));
                                    }
                                }));
        return all;
    }

    static JsonNode document() {
        return Knock.send(null, "GET", "/q/openapi?format=json", null).ok().json();
    }

    private static Operation operation(String path, String method, JsonNode node) {
        JsonNode security = node.path("security");
        boolean isOpen =
                security.isArray()
                        && (security.isEmpty() || security.get(0).properties().isEmpty());
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, node.path("operationId").asText(), isOpen);
    }
}
