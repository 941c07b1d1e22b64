package io.guildhall.application.inmemory;

import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Slice;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a database has a table for; changes belong to the unit of work they are made in. */
final class Rows<K, R> {

    /** As the bytes sort, which is how PostgreSQL sorts them and by what time-ordered ids sort. */
    static final Comparator<UUID> BY_BYTES =
            Comparator.<UUID, Long>comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
                    .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final InMemoryTransactions transactions;
    private final Map<K, R> rows = new LinkedHashMap<>();

    Rows(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    Optional<R> find(K key) {
        return transactions.alone(() -> Optional.ofNullable(rows.get(key)));
    }

    /** The row, kept from others: as there is one unit of work at a time, it already is. */
    Optional<R> keep(K key) {
        transactions.change(() -> {}, () -> {});
        return find(key);
    }

    List<R> where(Predicate<? super R> condition) {
        return transactions.alone(() -> rows.values().stream().filter(condition).toList());
    }

    List<K> keysWhere(BiPredicate<? super K, ? super R> condition) {
        return transactions.alone(() ->
                rows.entrySet().stream()
                        .filter(row -> condition.test(row.getKey(), row.getValue()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    boolean any(Predicate<? super R> condition) {
        return transactions.alone(() -> rows.values().stream().anyMatch(condition));
    }

    void add(K key, R row) {
        if (find(key).isPresent()) {
            throw new IllegalStateException("There is one already: " + key);
        }
        put(key, row);
    }

    void put(K key, R row) {
        R before = find(key).orElse(null);
        transactions.change(() -> rows.put(key, row), () -> set(key, before));
    }

    void remove(K key) {
        R before = find(key).orElse(null);
        transactions.change(() -> rows.remove(key), () -> set(key, before));
    }

    Page<R> newestFirst(
            Predicate<? super R> condition, Function<? super R, UUID> id, PageRequest page) {
        UUID after = page.after();
        return Page.of(
                where(condition).stream()
                        .filter(row -> after == null || BY_BYTES.compare(id.apply(row), after) < 0)
                        .sorted(Comparator.<R, UUID>comparing(id, BY_BYTES).reversed())
                        .limit(page.limit() + 1L)
                        .toList(),
                page.limit());
    }

    Page<R> newestFirst(Predicate<? super R> condition, Function<? super R, UUID> id, Slice slice) {
        UUID after = slice.after();
        return Page.of(
                where(condition).stream()
                        .filter(row -> after == null || BY_BYTES.compare(id.apply(row), after) < 0)
                        .sorted(Comparator.<R, UUID>comparing(id, BY_BYTES).reversed())
                        .skip(slice.offset())
                        .limit(slice.limit() + 1L)
                        .toList(),
                slice.limit());
    }

    Page<R> oldestFirst(
            Predicate<? super R> condition, Function<? super R, UUID> id, PageRequest page) {
        UUID after = page.after();
        return Page.of(
                where(condition).stream()
                        .filter(row -> after == null || BY_BYTES.compare(id.apply(row), after) > 0)
                        .sorted(Comparator.<R, UUID>comparing(id, BY_BYTES))
                        .limit(page.limit() + 1L)
                        .toList(),
                page.limit());
    }

    private void set(K key, @Nullable R row) {
        if (row == null) {
            rows.remove(key);
        } else {
            rows.put(key, row);
        }
    }
}
