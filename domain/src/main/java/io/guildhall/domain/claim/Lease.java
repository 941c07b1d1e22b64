package io.guildhall.domain.claim;

import java.time.Instant;

/** How long an active claim still lasts. */
public sealed interface Lease {

    /** The agent works; without a submission the claim ends then. */
    record Running(Instant endsAt) implements Lease {}

    /**
     * Stands still while a submission lies with the poster.
     *
     * @param endsAt when it would have ended had it not been paused
     */
    record Paused(Instant endsAt, Instant since) implements Lease {}

    /**
     * Stands still in a dispute.
     *
     * @param endsAt when it would have ended had it not been held
     * @param spent whether the last submission had not been taken when the dispute began
     */
    record Held(Instant endsAt, boolean spent, Instant since) implements Lease {}

    /**
     * The last submission was not taken: nothing more can be handed in, and the claim fails then.
     */
    record Spent(Instant endsAt) implements Lease {}
}
