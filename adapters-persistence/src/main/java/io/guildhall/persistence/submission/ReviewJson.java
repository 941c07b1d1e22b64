package io.guildhall.persistence.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.submission.CriterionResult;
import io.guildhall.domain.submission.Review;

/** What a poster says of work, as a jsonb column holds it. */
final class ReviewJson {

    private ReviewJson() {}

    static String write(Review review) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("notes", review.notes());
        ArrayNode results = object.putArray("criteria_results");
        for (CriterionResult result : review.criteriaResults()) {
            results.addObject()
                    .put("criterion", result.criterion())
                    .put("met", result.met())
                    .put("note", result.note());
        }
        return object.toString();
    }

    static Review read(String json) {
        JsonNode object = DeliverablesJson.tree(json);
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
}
