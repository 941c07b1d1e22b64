package io.guildhall.persistence.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.submission.CriterionResult;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Review;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists inside a submission, as its jsonb columns hold them. */
final class WorkJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WorkJson() {}

    static String deliverables(List<Deliverable> deliverables) {
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

    static List<Deliverable> readDeliverables(String json) {
        return read(json)
                .valueStream()
                .map(node ->
                        new Deliverable(
                                node.required("type").textValue(),
                                node.required("url").textValue(),
                                node.required("label").textValue(),
                                hash(node)))
                .toList();
    }

    static String review(Review review) {
        ObjectNode object = MAPPER.createObjectNode().put("notes", review.notes());
        ArrayNode results = object.putArray("criteria_results");
        for (CriterionResult result : review.criteriaResults()) {
            results.addObject()
                    .put("criterion", result.criterion())
                    .put("met", result.met())
                    .put("note", result.note());
        }
        return object.toString();
    }

    static Review readReview(String json) {
        JsonNode object = read(json);
        return new Review(
                object.required("notes").textValue(),
                object.required("criteria_results")
                        .valueStream()
                        .map(node ->
                                new CriterionResult(
                                        node.required("criterion").intValue(),
                                        node.required("met").booleanValue(),
                                        node.required("note").textValue()))
                        .toList());
    }

    private static @Nullable String hash(JsonNode deliverable) {
        return deliverable.path("content_hash").textValue();
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
