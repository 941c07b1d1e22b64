package io.guildhall.wire.id;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as the doors show them that dress none: a UUID's 36 characters. */
public final class PlainIds {

    /** The JDK's parser also takes shorter texts, by which one thing would have many ids. */
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PlainIds() {}

    /** Empty when the text is none. */
    public static Optional<UUID> read(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
