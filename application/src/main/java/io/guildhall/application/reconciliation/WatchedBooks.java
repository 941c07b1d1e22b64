package io.guildhall.application.reconciliation;

import io.guildhall.application.access.Comparisons;
import io.guildhall.application.reconciliation.ComparedBooks.Difference;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All books that are compared, one set at a time; how many differences of each kind there were is
 * kept for whoever watches over them. What cannot be compared stays as it was found last, and grows
 * old.
 */
public final class WatchedBooks {

    private final Transactions transactions;
    private final Comparisons comparisons;
    private final List<ComparedBooks> books;
    private final InstantSource worldClock;

    public WatchedBooks(
            Transactions transactions,
            Comparisons comparisons,
            List<ComparedBooks> books,
            InstantSource worldClock) {
        this.transactions = transactions;
        this.comparisons = comparisons;
        this.books = List.copyOf(books);
        this.worldClock = worldClock;
    }

    public List<ComparedBooks> books() {
        return books;
    }

    /** From now on it is seen, too, that one of them is not compared at all. */
    public void begin() {
        Map<String, List<String>> expected =
                books.stream().collect(Collectors.toMap(ComparedBooks::name, ComparedBooks::kinds));
        transactions.run(() -> comparisons.expect(expected, worldClock.instant()));
    }

    /**
     * @throws io.guildhall.domain.shared.RefusedException when what is asked outside is away
     */
    public Findings compare(ComparedBooks compared) {
        Findings findings = compared.comparison().get();
        Map<String, Long> found = new TreeMap<>();
        compared.kinds().forEach(kind -> found.put(kind, 0L));
        for (Difference difference : findings.differences()) {
            found.merge(difference.about(), 1L, Long::sum);
        }
        transactions.run(() -> comparisons.keep(compared.name(), found, worldClock.instant()));
        return findings;
    }
}
