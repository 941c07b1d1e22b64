package io.guildhall.rest.openbounty;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request gave: text it left out is empty text, which the domain calls missing by name. */
public final class Given {

    private Given() {}

    public static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    public static List<String> texts(@Nullable List<@Nullable String> texts) {
        return texts == null ? List.of() : texts.stream().map(Given::text).toList();
    }
}
