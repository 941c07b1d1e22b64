package io.guildhall.domain.pullrequest;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import java.time.Instant;

/** Whose work a pull request is. */
public sealed interface TrackingStatus {

    /** Nobody's as yet: its author has no claim on what it names. */
    record Loose() implements TrackingStatus {}

    record Assigned(BountyId bounty, ClaimId claim) implements TrackingStatus {}

    /** The claim has ended, or its work is accepted. */
    record Done(BountyId bounty, ClaimId claim, Instant at) implements TrackingStatus {}

    default String word() {
        return switch (this) {
            case Loose _ -> "loose";
            case Assigned _ -> "assigned";
            case Done _ -> "done";
        };
    }
}
