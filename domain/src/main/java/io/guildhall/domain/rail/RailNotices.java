package io.guildhall.domain.rail;

import java.time.Instant;
import java.util.Optional;

/** What the rail told us by itself, in the order of its coming. */
public interface RailNotices {

    /**
     * @return false when it was kept before, and nothing was changed
     */
    boolean keep(RailNotice notice);

    /**
     * The oldest that is due, kept from other workers until the unit of work ends; those another
     * worker keeps are passed over.
     */
    Optional<RailNotice> takeDue(Instant now);

    void heard(RailNotice notice, Instant now);

    /** It failed once more, and is due again then. */
    void postpone(RailNotice failed, Instant dueAt);

    /**
     * It is due once more, as if it had just come.
     *
     * @return false when there is none of that id
     */
    boolean replay(String id);

    /**
     * @return how many heard ones were forgotten
     */
    int forgetHeardBefore(Instant time, int limit);
}
