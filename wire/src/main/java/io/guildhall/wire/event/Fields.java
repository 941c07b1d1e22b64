package io.guildhall.wire.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.wire.id.Dress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored event's JSON, read field by field; a missing field is an error. */
record Fields(JsonNode object) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Fields parse(String json) {
        try {
            return new Fields(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    UUID id(String name, Dress dress) {
        String text = text(name);
        return dress.off(text)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no id: " + text));
    }

    @Nullable UUID idIfAny(String name, Dress dress) {
        return object.required(name).isNull() ? null : id(name, dress);
    }

    String text(String name) {
        return object.required(name).asText();
    }

    /** For a field that events stored earlier do not have. */
    String text(String name, String unlessThere) {
        return object.path(name).asText(unlessThere);
    }

    @Nullable String textIfAny(String name) {
        return object.required(name).isNull() ? null : text(name);
    }

    int number(String name) {
        return object.required(name).intValue();
    }

    boolean flag(String name) {
        return object.required(name).booleanValue();
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    @Nullable Instant instantIfAny(String name) {
        return object.required(name).isNull() ? null : instant(name);
    }

    List<String> texts(String name) {
        return object.required(name).valueStream().map(JsonNode::asText).toList();
    }

    Money money(String name) {
        JsonNode money = object.required(name);
        return new Money(
                money.required("units").longValue(),
                Currency.valueOf(money.required("currency").asText().toUpperCase(Locale.ROOT)));
    }
}
