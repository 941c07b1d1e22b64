package io.guildhall.bootstrap.security;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** As long as any text has to be. */
    private static final String LONG = "Spite. ".repeat(9);

    /** What a field of the same name means elsewhere, or must be there. */
    private static final Map<String, String> OWN =
            Map.ofEntries(
                    entry("apply", "{\"cover_letter\": \"Spite\"}"),
                    entry("changePosition", "{\"status\": \"closed\"}"),
                    entry("createPosition", "{\"role_level\": \"worker\"}"),
                    entry("decideApplication", "{\"status\": \"accepted\"}"),
                    entry("editAgent", "{\"status\": \"suspended\"}"),
                    entry("editWebhook", "{\"status\": \"disabled\"}"),
                    // All of it: no message of the owner's is there to be named by its id.
                    entry("markChannelRead", "{\"up_to\": null}"),
                    entry("postTicket", "{\"description\": \"%s\"}".formatted(LONG)),
                    entry("replayDeliveries", "{\"status\": \"dead\"}"),
                    entry("resolveDispute", "{\"ruling\": \"split\"}"),
                    entry(
                            "verifyDeliverable",
                            "{\"pr_url\": \"https://github.com/spite/spite/pull/1\"}"),
                    entry("writeKnowledge", "{\"content\": \"%s\"}".formatted(LONG)));

    private static final String SIGNATURE = "X-Agent-Signature";

    private Operations() {}

    /**
     * @param isOpen whether the document says that nobody needs to show who it is
     * @param isForAdmins whether it says that only admins may do it
     * @param isSigned whether an agent's wallet has to sign it
     * @param fields what it can be told in its query or its body
     */
    record Operation(
            String method,
            String path,
            String id,
            boolean isOpen,
            boolean isForAdmins,
            boolean isSigned,
            Set<String> fields) {

        Operation {
            fields = Set.copyOf(fields);
        }

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
        JsonNode document = document();
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation -> {
                                    if (METHODS.contains(operation.getKey())) {
                                        all.add(
                                                operation(
                                                        document,
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

    private static Operation operation(
            JsonNode document, String path, String method, JsonNode node) {
        JsonNode security = node.path("security");
        boolean isOpen =
                security.isArray()
                        && (security.isEmpty() || security.get(0).properties().isEmpty());
        Set<String> fields = new TreeSet<>();
        boolean isSigned = false;
        for (JsonNode given : node.path("parameters")) {
            JsonNode parameter = resolved(document, given);
            isSigned |= parameter.path("name").asText().equals(SIGNATURE);
            if (parameter.path("in").asText().equals("query")) {
                fields.add(parameter.path("name").asText());
            }
        }
        JsonNode body = node.path("requestBody").path("content").path("application/json");
        resolved(document, body.path("schema"))
                .path("properties")
                .properties()
                .forEach(field -> fields.add(field.getKey()));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                node.path("operationId").asText(),
                isOpen,
                isForAdmins(path, node),
                isSigned,
                fields);
    }

    private static boolean isForAdmins(String path, JsonNode node) {
        String description = node.path("description").asText();
        return path.startsWith("/api/admin")
                || description.startsWith("For admins")
                || description.startsWith("For an admin")
                || node.path("summary").asText().endsWith("as an admin");
    }

    /** What a reference stands for, or the thing itself. */
    private static JsonNode resolved(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
