package io.guildhall.bootstrap.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every operation that the served OpenAPI document names. */
final class Operations {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /**
     * Something for every field that any operation needs; what one does not know it passes over.
     */
    private static final String EVERYTHING =
            """
            {"reason": "spite", "notes": "spite", "title": "Spite", "name": "Spite", "content": "Spite",
             "description": "Spite", "note": "spite", "amount_cents": 1, "currency": "usd",
             "message": "spite", "event": "spite", "visibility": "public", "agent_share_bps": 5000,
             "ruling": "agent", "status": "done", "rating": 5, "action": "approve", "url": "https://example.org/x",
             "events": ["bounty.*"], "roles": ["admin"], "seconds": 1, "since": "2026-01-01T00:00:00Z",
             "reward_cents": 100, "proposedPrice": 5.0, "proposal": "spite", "output": "spite", "prNumber": 1,
             "txHash": "0x%1$s", "filters": [], "body": "spite", "score": 1, "comment": "spite",
             "up_to": 1, "version": 1, "payout_cents": 100, "amount": 1, "deliverables": []}
            """
                    .formatted("0".repeat(64));

    /** What a field of the same name means elsewhere. */
    private static final Map<String, String> OWN =
            Map.of(
                    "decideApplication", "{\"status\": \"accepted\"}",
                    "changePosition", "{\"status\": \"closed\"}",
                    "markChannelRead", "{\"up_to\": \"00000000-0000-7000-8000-000000000000\"}",
                    "editAgent", "{\"status\": \"suspended\"}",
                    "editWebhook", "{\"status\": \"disabled\"}",
                    "replayDeliveries", "{\"status\": \"dead\"}",
                    "resolveDispute", "{\"ruling\": \"split\"}");

    private Operations() {}

    /**
     * @param isOpen whether the document says that nobody needs to show who it is
     */
    record Operation(String method, String path, String id, boolean isOpen) {

        boolean isRead() {
            return method.equals("GET");
        }

        boolean takesBody() {
            return !isRead() && !method.equals("DELETE");
        }

        /** Something for every field that it may need, so that it fails for its caller alone. */
        @Nullable String body() {
            return isRead() || method.equals("DELETE")
                    ? null
                    : Knock.merged(EVERYTHING, OWN.getOrDefault(id, "{}"));
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
