package io.guildhall.wire.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.money.Money;
import io.guildhall.wire.id.Dress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event's JSON in the making; the fields stand in the order in which they are put. */
record Draft(String kind, ObjectNode object) {

    static Draft of(String kind) {
        return new Draft(kind, JsonNodeFactory.instance.objectNode());
    }

    Draft id(String name, Dress dress, UUID id) {
        object.put(name, dress.on(id));
        return this;
    }

    Draft idIfAny(String name, Dress dress, @Nullable UUID id) {
        object.put(name, id == null ? null : dress.on(id));
        return this;
    }

    Draft text(String name, String text) {
        object.put(name, text);
        return this;
    }

    Draft number(String name, int number) {
        object.put(name, number);
        return this;
    }

    Draft flag(String name, boolean flag) {
        object.put(name, flag);
        return this;
    }

    Draft instant(String name, Instant instant) {
        object.put(name, instant.toString());
        return this;
    }

    Draft texts(String name, List<String> texts) {
        var array = object.putArray(name);
        texts.forEach(array::add);
        return this;
    }

    Draft money(String name, Money money) {
        object.putObject(name).put("units", money.units()).put("currency", money.currency().word());
        return this;
    }

    EventJson.Encoded encoded() {
        return new EventJson.Encoded(kind, object.toString());
    }
}
