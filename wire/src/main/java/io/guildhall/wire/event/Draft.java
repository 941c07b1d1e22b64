package io.guildhall.wire.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.wire.id.Dress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An event's JSON in the making; the fields stand in the order in which they are put. */
public record Draft(String kind, ObjectNode object) {

    public static Draft of(String kind) {
        return new Draft(kind, JsonNodeFactory.instance.objectNode());
    }

    public Draft id(String name, Dress dress, UUID id) {
        object.put(name, dress.on(id));
        return this;
    }

    public Draft idIfAny(String name, Dress dress, @Nullable UUID id) {
        object.put(name, id == null ? null : dress.on(id));
        return this;
    }

    public Draft text(String name, String text) {
        object.put(name, text);
        return this;
    }

    public Draft textIfAny(String name, @Nullable String text) {
        object.put(name, text);
        return this;
    }

    public Draft instantIfAny(String name, @Nullable Instant instant) {
        object.put(name, instant == null ? null : instant.toString());
        return this;
    }

    public Draft number(String name, int number) {
        object.put(name, number);
        return this;
    }

    public Draft flag(String name, boolean flag) {
        object.put(name, flag);
        return this;
    }

    public Draft instant(String name, Instant instant) {
        object.put(name, instant.toString());
        return this;
    }

    public Draft texts(String name, List<String> texts) {
        var array = object.putArray(name);
        texts.forEach(array::add);
        return this;
    }

    Draft money(String name, Money money) {
        object.putObject(name).put("units", money.units()).put("currency", money.currency().word());
        return this;
    }

    /**
     * An amount as the openbounty door writes it: whole cents, and for usdc the exact units too.
     *
     * @param name without its ending, such as {@code reward}
     */
    public Draft cents(String name, Money money) {
        object.put(name + "_cents", money.cents());
        if (money.currency() != Currency.USD) {
            object.put(name + "_units", Long.toString(money.units()));
        }
        object.put("currency", money.currency().word());
        return this;
    }

    public Draft object(String name, Consumer<Draft> fields) {
        fields.accept(new Draft(kind, object.putObject(name)));
        return this;
    }

    EventJson.Encoded encoded() {
        return new EventJson.Encoded(kind, object.toString());
    }
}
