package io.guildhall.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.quality.GateVerdict.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model answered, if it kept to the form: anything else is no answer. */
record Answer(int score, List<Part> parts) {

    private static final int PERCENT = GateVerdict.SCORE_MAX / 100;
    private static final int PARTS_MAX = 8;
    private static final int NAME_MAX = 60;
    private static final int TEXT_MAX = 500;

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Optional<Answer> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return of(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Answer> of(JsonNode answer) {
        JsonNode parts = answer.path("parts");
        if (!answer.path("score").isNumber()
                || !parts.isArray()
                || parts.isEmpty()
                || parts.size() > PARTS_MAX) {
            return Optional.empty();
        }
        // The parts of a model add up to nothing in particular, so each counts alike.
        int weight = GateVerdict.SCORE_MAX / parts.size();
        List<Part> read = new ArrayList<>();
        for (JsonNode part : parts) {
            if (!isPart(part)) {
                return Optional.empty();
            }
            read.add(
                    new Part(
                            cut(part.get("name").textValue(), NAME_MAX),
                            score(part.get("score")),
                            weight,
                            cut(part.get("explanation").textValue(), TEXT_MAX),
                            cut(part.path("advice").asText(""), TEXT_MAX)));
        }
        return Optional.of(new Answer(score(answer.get("score")), List.copyOf(read)));
    }

    private static boolean isPart(JsonNode part) {
        return part.path("name").isTextual()
                && !part.get("name").textValue().isBlank()
                && part.path("score").isNumber()
                && part.path("explanation").isTextual();
    }

    private static int score(JsonNode percent) {
        return (int) Math.round(Math.clamp(percent.doubleValue(), 0, 100) * PERCENT);
    }

    /** Neither null characters nor half a character can be kept. */
    private static String cut(String text, int max) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(point ->
                        point != 0
                                && (point < Character.MIN_SURROGATE
                                        || point > Character.MAX_SURROGATE))
                .limit(max)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
