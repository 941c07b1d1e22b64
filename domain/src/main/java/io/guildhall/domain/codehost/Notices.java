package io.guildhall.domain.codehost;

import java.time.Instant;
import java.util.Optional;

/** What GitHub told us, until it is heard and for some time after. */
public interface Notices {

    /**
     * @return whether it is new; one whose id is known already changes nothing
     */
    boolean keep(Notice notice);

    /**
     * The oldest that is due, kept from all other units of work until this one ends; what others
     * hold is passed over.
     */
    Optional<Notice> takeDue(Instant now);

    /** It is done with: heard, of no interest, or given up. */
    void settle(Notice notice, Outcome outcome, Instant now);

    /** It failed once more, and is due again then. */
    void postpone(Notice failed, Instant dueAt);

    /**
     * Forgets what was settled before.
     *
     * @return how many, at most {@code limit}
     */
    int forgetSettledBefore(Instant time, int limit);

    /** How a notice ended. */
    enum Outcome {
        HEARD,
        /** Nobody here listens to its event. */
        SEEN,
        GIVEN_UP
    }
}
