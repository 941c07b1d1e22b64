package io.guildhall.persistence.shared;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Many ids as one parameter, for {@code = ANY (?)}. */
public record Ids(List<UUID> values) {

    public Ids {
        values = List.copyOf(values);
    }

    public static <T> Ids of(Collection<T> all, Function<T, UUID> id) {
        return new Ids(all.stream().map(id).distinct().toList());
    }
}
