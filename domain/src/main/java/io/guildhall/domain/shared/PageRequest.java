package io.guildhall.domain.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which piece of a list, newest first: the {@code limit} items that come after the one named.
 *
 * @param after the id of the last item already seen, or null for the beginning
 */
public record PageRequest(@Nullable UUID after, int limit) {

    public static final int LIMIT_MAX = 100;

    public PageRequest {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(null, limit);
    }
}
