package io.guildhall.domain.rail;

import java.util.Optional;

/** What is known here of the rail outside by which money comes and leaves. */
public interface RailRecords {

    /**
     * Whether anything of it is kept: payments, or payout accounts. Without either nothing is paid
     * out by it.
     */
    boolean any();

    /** The one kept last; empty where there was none. */
    Optional<RailMode> mode();

    void keep(RailMode mode);
}
