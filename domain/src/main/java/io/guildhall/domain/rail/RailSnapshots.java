package io.guildhall.domain.rail;

import java.util.List;

/** The latest snapshot of each rail. */
public interface RailSnapshots {

    /** Takes the place of the one before, unless that is newer. */
    void keep(RailSnapshot snapshot);

    /** In the order of their rails. */
    List<RailSnapshot> all();
}
