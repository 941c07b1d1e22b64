package io.guildhall.application.inmemory;

import io.guildhall.application.access.Comparisons;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was found when books were last compared, in memory. */
public final class InMemoryComparisons implements Comparisons {

    private final Rows<Key, Known> rows;

    public InMemoryComparisons(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    private record Key(String books, String about) {}

    @Override
    public void expect(Map<String, List<String>> books, Instant now) {
        rows.keysWhere((key, _) -> !books.containsKey(key.books())).forEach(rows::remove);
        books.forEach((name, kinds) -> kinds.forEach(about -> expect(name, about, now)));
    }

    private void expect(String books, String about, Instant now) {
        Key key = new Key(books, about);
        if (rows.keep(key).isEmpty()) {
            rows.put(key, new Known(books, about, now, null));
        }
    }

    @Override
    public void keep(String books, Map<String, Long> differences, Instant at) {
        differences.forEach((about, found) -> {
            Key key = new Key(books, about);
            boolean newerIsKept =
                    rows.keep(key)
                            .filter(kept -> kept.differences() != null && kept.since().isAfter(at))
                            .isPresent();
            if (!newerIsKept) {
                rows.put(key, new Known(books, about, at, found));
            }
        });
    }

    @Override
    public List<Known> all() {
        return rows.where(_ -> true).stream()
                .sorted(Comparator.comparing(Known::books).thenComparing(Known::about))
                .toList();
    }
}
