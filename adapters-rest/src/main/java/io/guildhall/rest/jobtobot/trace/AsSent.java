package io.guildhall.rest.jobtobot.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a JSON object as the text it came as, but for the blanks: its fields in their order, its
 * numbers to the last digit.
 */
final class AsSent extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    AsSent() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context)
            throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            // Whoever is told what was expected is told of an object and not of this text.
            return (String) context.handleUnexpectedToken(Map.class, json);
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = json.getCodec().getFactory().createGenerator(text)) {
            copy.copyCurrentStructureExact(json);
        }
        return text.toString();
    }
}
