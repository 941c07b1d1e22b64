package io.guildhall.wire.id;

import java.util.Optional;
import java.util.UUID;

/**
 * How a door shows the ids of one kind of thing: a prefix and the id's {@link Ulid} text.
 *
 * @param prefix such as {@code bnt_}
 */
public record Dress(String prefix) {

    public String on(UUID id) {
        return prefix + Ulid.encode(id);
    }

    /** Empty when the text is not an id of this kind. */
    public Optional<UUID> off(String text) {
        return text.startsWith(prefix)
                ? Ulid.decode(text.substring(prefix.length()))
                : Optional.empty();
    }
}
