package io.guildhall.application.payment;

import io.guildhall.domain.rail.RailSnapshot;
import io.guildhall.domain.rail.RailSnapshots;
import java.util.List;

/** What lies behind this market's money, for everybody: the rails' own word beside the ledger's. */
public final class ViewReserves {

    private final RailSnapshots snapshots;

    public ViewReserves(RailSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** As they were last compared; empty where no money is real. */
    public List<RailSnapshot> handle() {
        return snapshots.all();
    }
}
