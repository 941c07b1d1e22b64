package io.guildhall.domain.progress;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;

/** What was heard of work that goes on. */
public sealed interface ProgressEvent extends DomainEvent {

    record ProgressReported(
            TraceId trace,
            BountyId bounty,
            ClaimId claim,
            Parties parties,
            String event,
            String message,
            Visibility visibility)
            implements ProgressEvent {

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.CLAIM, claim.value());
        }

        @Override
        public Subject story() {
            return new Subject(Subject.Kind.BOUNTY, bounty.value());
        }
    }
}
