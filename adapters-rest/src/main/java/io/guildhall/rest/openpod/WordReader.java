package io.guildhall.rest.openpod;

import io.guildhall.domain.shared.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of a closed list of words in a body; any other is refused with the words it may be. */
public final class WordReader {

    private WordReader() {}

    /** Null when none was given, or when it is none of them, which {@code check} then names. */
    public static <E extends Enum<E>> @Nullable E read(
            String field, @Nullable String given, Class<E> words, Invalid.Check check) {
        if (given == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (of(word).equals(given)) {
                return word;
            }
        }
        check.require(false, field, "must be one of " + all(words));
        return null;
    }

    public static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> String all(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(WordReader::of)
                .collect(Collectors.joining(", "));
    }
}
