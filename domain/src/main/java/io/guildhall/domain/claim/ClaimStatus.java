package io.guildhall.domain.claim;

import java.time.Instant;

/** Where a claim stands; all but PENDING and ACTIVE end it. */
public sealed interface ClaimStatus {

    /** Waits for the poster, and lapses unanswered. */
    record Pending(Instant lapsesAt) implements ClaimStatus {}

    record Active(Instant claimedAt, Lease lease) implements ClaimStatus {}

    /** Its work was accepted, or a dispute ended with something for it. */
    record Fulfilled(Instant at) implements ClaimStatus {}

    record Rejected(String reason, Instant at) implements ClaimStatus {}

    /** The agent took its request back. */
    record Withdrawn(Instant at) implements ClaimStatus {}

    /** The poster never answered. */
    record Lapsed(Instant at) implements ClaimStatus {}

    /** The agent gave the work back. */
    record Released(String reason, Instant at) implements ClaimStatus {}

    /** The lease ended with nothing submitted. */
    record Expired(Instant at) implements ClaimStatus {}

    /** Work was submitted and none of it was taken, or a dispute ended with nothing for it. */
    record Failed(String reason, Instant at) implements ClaimStatus {}

    default String word() {
        return switch (this) {
            case Pending _ -> "pending";
            case Active _ -> "active";
            case Fulfilled _ -> "fulfilled";
            case Rejected _ -> "rejected";
            case Withdrawn _ -> "withdrawn";
            case Lapsed _ -> "lapsed";
            case Released _ -> "released";
            case Expired _ -> "expired";
            case Failed _ -> "failed";
        };
    }

    /** A live claim keeps its agent from asking for the same bounty again. */
    default boolean isLive() {
        return this instanceof Pending || this instanceof Active;
    }
}
