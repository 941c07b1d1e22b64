package io.guildhall.persistence.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.quality.GateVerdict.Part;
import org.jspecify.annotations.Nullable;

/** What the quality gate said, as a jsonb column holds it. */
final class VerdictJson {

    private VerdictJson() {}

    static @Nullable String write(@Nullable GateVerdict verdict) {
        if (verdict == null) {
            return null;
        }
        ObjectNode object =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("score", verdict.score())
                        .put("judge", verdict.judge());
        ArrayNode parts = object.putArray("parts");
        for (Part part : verdict.parts()) {
            parts.addObject()
                    .put("name", part.name())
                    .put("score", part.score())
                    .put("weight", part.weight())
                    .put("explanation", part.explanation())
                    .put("advice", part.advice());
        }
        return object.toString();
    }

    static @Nullable GateVerdict read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        JsonNode object = DeliverablesJson.tree(json);
        return new GateVerdict(
                object.required("score").intValue(),
                object.required("parts").valueStream().map(VerdictJson::part).toList(),
                object.required("judge").textValue());
    }

    private static Part part(JsonNode node) {
        return new Part(
                node.required("name").textValue(),
                node.required("score").intValue(),
                node.required("weight").intValue(),
                node.required("explanation").textValue(),
                node.required("advice").textValue());
    }
}
