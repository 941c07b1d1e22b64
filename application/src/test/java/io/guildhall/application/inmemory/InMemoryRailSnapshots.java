package io.guildhall.application.inmemory;

import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailSnapshot;
import io.guildhall.domain.rail.RailSnapshots;
import java.util.Comparator;
import java.util.List;

/** The latest snapshot of each rail, in memory. */
public final class InMemoryRailSnapshots implements RailSnapshots {

    private final Rows<Rail, RailSnapshot> rows;

    public InMemoryRailSnapshots(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public void keep(RailSnapshot snapshot) {
        boolean newerIsKept =
                rows.keep(snapshot.rail())
                        .filter(kept -> kept.at().isAfter(snapshot.at()))
                        .isPresent();
        if (!newerIsKept) {
            rows.put(snapshot.rail(), snapshot);
        }
    }

    @Override
    public List<RailSnapshot> all() {
        return rows.where(_ -> true).stream()
                .sorted(Comparator.comparing(snapshot -> snapshot.rail().name()))
                .toList();
    }
}
