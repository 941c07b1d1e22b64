package io.guildhall.domain.rail;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rail told us by itself, in the order of its coming. */
public interface RailNotices {

    /**
     * @return false when it was kept before, and nothing was changed
     */
    boolean keep(RailNotice notice);

    /**
     * The oldest that is not heard, kept from other workers until the unit of work ends; those
     * another worker keeps are passed over.
     *
     * @param behind only what came after that one, or null for any
     */
    Optional<RailNotice> takeUnheard(@Nullable RailNotice behind);

    void heard(RailNotice notice, Instant now);

    /**
     * It is heard once more.
     *
     * @return false when there is none of that id
     */
    boolean replay(String id);

    /**
     * @return how many heard ones were forgotten
     */
    int forgetHeardBefore(Instant time, int limit);
}
