package io.guildhall.application.reconciliation;

import java.util.List;
import java.util.function.Supplier;

/**
 * One set of books that can be compared: the ledger with itself, and each rail's with ours. What a
 * processor has written down itself is its {@link io.guildhall.domain.rail.RailBooks}.
 *
 * @param name such as {@code ledger}, {@code chain} or a processor's
 * @param kinds all that a difference in them can be about, a word for each
 * @param comparison compares them now; may ask outside, and may be refused when that is away
 */
public record ComparedBooks(String name, List<String> kinds, Supplier<Findings> comparison) {

    public ComparedBooks {
        kinds = List.copyOf(kinds);
    }

    /**
     * @param about its kind
     * @param what such as a bounty's escrow
     */
    public record Difference(String about, String what, String ours, String theirs) {}

    /**
     * @param compared how many things were
     * @param underWay how many were not, for something of them is under way
     */
    public record Findings(long compared, long underWay, List<Difference> differences) {
        public Findings {
            differences = List.copyOf(differences);
        }
    }
}
