package io.guildhall.domain.claim;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;

/** What happened to a claim. */
public sealed interface ClaimEvent extends DomainEvent {

    ClaimId claim();

    BountyId bounty();

    Parties parties();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.CLAIM, claim().value());
    }

    @Override
    default Subject story() {
        return new Subject(Subject.Kind.BOUNTY, bounty().value());
    }

    record ClaimCreated(ClaimId claim, BountyId bounty, Parties parties) implements ClaimEvent {}

    record ClaimApproved(ClaimId claim, BountyId bounty, Parties parties, Instant leaseEndsAt)
            implements ClaimEvent {}

    record ClaimRejected(ClaimId claim, BountyId bounty, Parties parties, String reason)
            implements ClaimEvent {}

    record ClaimWithdrawn(ClaimId claim, BountyId bounty, Parties parties) implements ClaimEvent {}

    record ClaimLapsed(ClaimId claim, BountyId bounty, Parties parties) implements ClaimEvent {}

    record ClaimReleased(ClaimId claim, BountyId bounty, Parties parties, String reason)
            implements ClaimEvent {}

    record ClaimExpired(ClaimId claim, BountyId bounty, Parties parties) implements ClaimEvent {}

    record ClaimFailed(ClaimId claim, BountyId bounty, Parties parties, String reason)
            implements ClaimEvent {}
}
