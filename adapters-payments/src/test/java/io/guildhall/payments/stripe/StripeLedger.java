package io.guildhall.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What our account at the stub has: everything that was made there, and what moved its balance. */
final class StripeLedger {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long CREATED = 1_772_442_000;

    private final PublishedApi published;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final List<ObjectNode> booked = new ArrayList<>();

    /** Ids are not those of any other stub. */
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private int count;
    private long balance;

    StripeLedger(PublishedApi published) {
        this.published = published;
    }

    ObjectNode make(String schema, String prefix) {
        count++;
        ObjectNode made = published.sample(schema);
        made.put("id", prefix + "_" + run + count);
        if (made.has("created")) {
            made.put("created", CREATED + count);
        }
        objects.put(made.path("id").asText(), made);
        return made;
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(objects.get(id));
    }

    ObjectNode get(String id) {
        return Objects.requireNonNull(objects.get(id), id);
    }

    /** Newest first, as Stripe lists. */
    List<ObjectNode> all(String object, Predicate<ObjectNode> condition) {
        return new ArrayList<>(objects.values())
                .reversed().stream()
                        .filter(one -> one.path("object").asText().equals(object))
                        .filter(condition)
                        .toList();
    }

    ObjectNode book(String type, String source, long amount, long fee) {
        ObjectNode line = make("balance_transaction", "txn");
        line.put("type", type)
                .put("source", source)
                .put("amount", amount)
                .put("fee", fee)
                .put("net", amount - fee)
                .put("currency", "usd")
                .put("status", "available");
        booked.add(line);
        balance += amount - fee;
        return line;
    }

    long balance() {
        return balance;
    }

    ObjectNode balanceObject() {
        ObjectNode answer = published.sample("balance");
        answer.putArray("available").addObject().put("amount", balance).put("currency", "usd");
        answer.putArray("pending").addObject().put("amount", 0).put("currency", "usd");
        return answer;
    }

    ObjectNode lines(JsonNode query) {
        List<ObjectNode> newestFirst = booked.reversed();
        String after = query.path("starting_after").asText();
        int limit = query.path("limit").asInt(10);
        List<ObjectNode> following =
                newestFirst.stream()
                        .dropWhile(
                                line -> !after.isEmpty() && !line.path("id").asText().equals(after))
                        .skip(after.isEmpty() ? 0 : 1)
                        .toList();
        List<JsonNode> page = new ArrayList<>();
        for (ObjectNode line : following.stream().limit(limit).toList()) {
            ObjectNode copy = line.deepCopy();
            if (expands(query, "data.source")) {
                copy.set("source", get(line.path("source").asText()).deepCopy());
            }
            page.add(copy);
        }
        return list("/v1/balance_transactions", page, following.size() > limit);
    }

    static ObjectNode list(String url, List<? extends JsonNode> data, boolean hasMore) {
        ObjectNode list = MAPPER.createObjectNode();
        ArrayNode items = list.put("object", "list").put("url", url).putArray("data");
        data.forEach(items::add);
        return list.put("has_more", hasMore);
    }

    static boolean expands(JsonNode query, String path) {
        for (JsonNode expanded : query.path("expand")) {
            if (expanded.asText().startsWith(path)) {
                return true;
            }
        }
        return false;
    }
}
