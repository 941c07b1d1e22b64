package io.guildhall.persistence.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.domain.submission.Deliverable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of things handed in by reference, as a jsonb column holds it. */
public final class DeliverablesJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DeliverablesJson() {}

    public static String write(List<Deliverable> deliverables) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Deliverable deliverable : deliverables) {
            array.addObject()
                    .put("type", deliverable.type())
                    .put("url", deliverable.url())
                    .put("label", deliverable.label())
                    .put("content_hash", deliverable.contentHash());
        }
        return array.toString();
    }

    public static List<Deliverable> read(String json) {
        return tree(json)
                .valueStream()
                .map(node ->
                        new Deliverable(
                                node.required("type").textValue(),
                                node.required("url").textValue(),
                                node.required("label").textValue(),
                                hash(node)))
                .toList();
    }

    /** What a column holds is ours, so it is JSON. */
    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String hash(JsonNode deliverable) {
        return deliverable.path("content_hash").textValue();
    }
}
