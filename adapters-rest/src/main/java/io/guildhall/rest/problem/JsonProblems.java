package io.guildhall.rest.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.guildhall.wire.time.IsoTimes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with a body: text that is no JSON at all, or a field that holds something
 * else than it should.
 */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JsonProcessingException thrown) {
        return switch (thrown) {
            case InvalidDefinitionException _ -> Problems.internal();
            // What fails while an answer is written is no fault of the request.
            case JsonProcessingException _ when thrown.getProcessor() instanceof JsonGenerator ->
                    Problems.internal();
            case JsonMappingException _
                    when thrown.getCause() instanceof JsonParseException cause ->
                    malformed(cause);
            case JsonMappingException _
                    when thrown.getCause() instanceof StreamConstraintsException ->
                    beyondLimits();
            case JsonMappingException wrong -> wrongField(wrong);
            case StreamConstraintsException _ -> beyondLimits();
            default -> malformed(thrown);
        };
    }

    private static Problem malformed(JsonProcessingException thrown) {
        var place = thrown.getLocation();
        return Problem.of(
                Fault.BAD_REQUEST,
                place == null
                        ? "The body is not well-formed JSON"
                        : "The body is not well-formed JSON (line %d, column %d)"
                                .formatted(place.getLineNr(), place.getColumnNr()));
    }

    private static Problem beyondLimits() {
        return Problem.of(
                Fault.BAD_REQUEST,
                "The body's JSON is nested too deeply or holds too long a value");
    }

    private static Problem wrongField(JsonMappingException wrong) {
        String field = path(wrong.getPath());
        if (field.isEmpty()) {
            return Problem.of(Fault.BAD_REQUEST, "The body must be one JSON object of known form");
        }
        return Problem.field(Fault.INVALID, field, expectation(wrong));
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (var reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
                continue;
            }
            path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
        }
        return path.toString();
    }

    private static String expectation(JsonMappingException wrong) {
        if (wrong.getCause() instanceof InputCoercionException) {
            return "is too large or too small a number";
        }
        return wrong instanceof MismatchedInputException mismatched
                ? expectation(mismatched.getTargetType())
                : "has the wrong form";
    }

    private static String expectation(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong form";
        }
        if (type.isEnum()) {
            return "is not one of the known words";
        }
        if (type == Instant.class) {
            return IsoTimes.A_TIME;
        }
        if (type == String.class) {
            return "must be text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (type == BigDecimal.class) {
            return "must be a number such as 12.50";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "must be a whole number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? "must be an object"
                : "has the wrong form";
    }
}
