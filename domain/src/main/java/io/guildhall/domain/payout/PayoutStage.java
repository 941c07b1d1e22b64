package io.guildhall.domain.payout;

import java.time.Instant;

/**
 * How far a payout has come; RETURNED ends it for good, and so does COMPLETED, unless it was a
 * refund that bounces.
 */
public sealed interface PayoutStage {

    /** Owed, and not yet given to its rail. */
    record Pending() implements PayoutStage {}

    /**
     * Somebody is giving it to the rail.
     *
     * @param leaseUntil when another worker may ask the rail again by the same key, should this one
     *     have died
     */
    record Sending(Instant since, Instant leaseUntil) implements PayoutStage {}

    /**
     * The rail gave no clear answer; it is asked again by the same key and nothing is sent blind.
     */
    record Confirming(Instant since, String reason, Instant askAgainAt) implements PayoutStage {}

    record Completed(Instant at) implements PayoutStage {}

    /** The rail failed for now. */
    record Failed(String reason, Instant retryAt) implements PayoutStage {}

    /** It cannot go on by itself. */
    record Blocked(String reason, String nextAction, Instant at) implements PayoutStage {}

    /** It could not go by its rail; the money is on its payee's balance. */
    record Returned(String reason, Instant at) implements PayoutStage {}

    default String word() {
        return switch (this) {
            case Pending _ -> "pending";
            case Sending _ -> "sending";
            case Confirming _ -> "confirming";
            case Completed _ -> "completed";
            case Failed _ -> "failed";
            case Blocked _ -> "blocked";
            case Returned _ -> "returned";
        };
    }
}
