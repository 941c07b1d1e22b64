package io.guildhall.domain.shared;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A bounded piece of a list, and whether more follows it. */
public record Page<T>(List<T> items, boolean hasMore) {

    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of what was read with one row more than asked for. */
    public static <T> Page<T> of(List<T> oneMoreThanLimit, int limit) {
        boolean more = oneMoreThanLimit.size() > limit;
        return new Page<>(more ? oneMoreThanLimit.subList(0, limit) : oneMoreThanLimit, more);
    }

    /** As much of its beginning as weighs no more than that, and one item in any case. */
    public Page<T> upTo(long weightMax, ToLongFunction<? super T> weight) {
        long sum = 0;
        for (int count = 0; count < items.size(); count++) {
            sum += weight.applyAsLong(items.get(count));
            if (sum > weightMax && count > 0) {
                return new Page<>(items.subList(0, count), true);
            }
        }
        return this;
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), hasMore);
    }
}
