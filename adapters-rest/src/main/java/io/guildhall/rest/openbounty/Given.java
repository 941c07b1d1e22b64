package io.guildhall.rest.openbounty;

import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Worded;
import io.guildhall.wire.id.Dress;
import io.guildhall.wire.time.IsoTimes;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request gave: text it left out is empty text, which the domain calls missing by name. */
public final class Given {

    private Given() {}

    public static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** An id in a body; one that is not an id is named, and null is answered for it. */
    public static @Nullable UUID id(
            String field, @Nullable String text, Dress dress, Invalid.Check check) {
        if (text == null) {
            return null;
        }
        Optional<UUID> id = dress.off(text);
        check.require(id.isPresent(), field, "must be an id that begins with " + dress.prefix());
        return id.orElse(null);
    }

    /** A time in a body; one that is none is named, and null is answered for it. */
    public static @Nullable Instant time(String field, @Nullable String text, Invalid.Check check) {
        if (text == null) {
            return null;
        }
        Optional<Instant> time = IsoTimes.time(text);
        check.require(time.isPresent(), field, IsoTimes.A_TIME);
        return time.orElse(null);
    }

    /**
     * One of a closed list of words in a body, in letters of any size; another is named with all
     * that it may be, and null is answered for it.
     */
    public static <E extends Enum<E> & Worded> @Nullable E word(
            String field, @Nullable String text, Class<E> words, Invalid.Check check) {
        if (text == null) {
            return null;
        }
        E[] known = words.getEnumConstants();
        Optional<E> word =
                Arrays.stream(known).filter(one -> one.word().equalsIgnoreCase(text)).findFirst();
        check.require(
                word.isPresent(),
                field,
                "must be one of "
                        + Arrays.stream(known).map(Worded::word).collect(Collectors.joining(", ")));
        return word.orElse(null);
    }

    public static List<String> texts(@Nullable List<@Nullable String> texts) {
        return texts == null ? List.of() : texts.stream().map(Given::text).toList();
    }
}
