package io.guildhall.domain.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which piece of a list, for callers that count how far they have come: {@code offset} items are
 * passed over from where the page begins. Bounded, since what is passed over is read all the same.
 *
 * @param from the page if nothing were passed over
 */
public record Slice(PageRequest from, int offset) {

    public static final int OFFSET_MAX = 1_000;

    public Slice {
        if (offset < 0 || offset > OFFSET_MAX) {
            throw new IllegalArgumentException("offset " + offset);
        }
    }

    public static Slice first(int limit) {
        return new Slice(PageRequest.first(limit), 0);
    }

    /** The last item already seen, or null for the beginning. */
    public @Nullable UUID after() {
        return from.after();
    }

    public int limit() {
        return from.limit();
    }
}
