package io.guildhall.domain.ledger;

import io.guildhall.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What moved on all accounts of one operator in one currency: what there was before, each posted
 * entry in its order, and what there was after. The entries add up to the difference.
 *
 * @param from the first instant that belongs to it
 * @param to the first that does not any more
 */
public record Statement(
        Instant from, Instant to, Money opening, List<Entry> entries, Money closing) {

    public Statement {
        entries = List.copyOf(entries);
        Money sum = opening;
        for (Entry entry : entries) {
            sum = sum.plus(entry.amount());
        }
        if (!sum.equals(closing)) {
            throw new IllegalArgumentException(
                    "The entries lead from " + opening + " to " + sum + ", not to " + closing);
        }
    }

    /**
     * All entries of one purpose.
     *
     * @param entries how many they are
     */
    public record Total(Purpose purpose, int entries, Money sum) {}

    /** By what money moved for, in the order of the words; together closing less opening. */
    public List<Total> totals() {
        Map<String, Total> totals = new TreeMap<>();
        for (Entry entry : entries) {
            Purpose purpose = entry.transfer().purpose();
            totals.merge(
                    purpose.name(),
                    new Total(purpose, 1, entry.amount()),
                    (one, other) ->
                            new Total(
                                    purpose,
                                    one.entries() + other.entries(),
                                    one.sum().plus(other.sum())));
        }
        return List.copyOf(totals.values());
    }
}
