package io.guildhall.rest.jobtobot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a price digit by digit: a JSON number, or the same in quotes, and never by a double. */
public final class PriceReader extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    PriceReader() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser json, DeserializationContext context)
            throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_STRING -> {
                String text = json.getText();
                yield DECIMAL.matcher(text).matches()
                        ? new BigDecimal(text)
                        : (BigDecimal)
                                context.handleWeirdStringValue(
                                        BigDecimal.class, text, "not a decimal number");
            }
            default -> (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
        };
    }
}
