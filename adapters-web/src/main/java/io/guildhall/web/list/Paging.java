package io.guildhall.web.list;

import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.wire.id.Dress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins: its address names the last thing of the page before. What is none
 * is the beginning.
 */
public final class Paging {

    public static final String AFTER = "after";

    private Paging() {}

    public static PageRequest from(@Nullable String after, Dress dress, int limit) {
        return new PageRequest(after == null ? null : dress.off(after).orElse(null), limit);
    }

    /**
     * The address of the next page, or null on the last.
     *
     * @param base with what is looked for in it
     */
    public static <T> @Nullable String next(
            Page<T> page, String base, Dress dress, Function<T, UUID> id) {
        return page.hasMore()
                ? with(base, AFTER, dress.on(id.apply(page.items().getLast())))
                : null;
    }

    /** The address with one more thing asked for; without it where there is nothing to ask. */
    public static String with(String address, String name, @Nullable String value) {
        return value == null
                ? address
                : address
                        + (address.indexOf('?') < 0 ? "?" : "&")
                        + name
                        + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
