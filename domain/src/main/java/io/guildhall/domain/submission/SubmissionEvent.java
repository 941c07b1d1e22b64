package io.guildhall.domain.submission;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;

/** What happened to a submission. */
public sealed interface SubmissionEvent extends DomainEvent {

    SubmissionId submission();

    BountyId bounty();

    ClaimId claim();

    Parties parties();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.SUBMISSION, submission().value());
    }

    @Override
    default Subject story() {
        return new Subject(Subject.Kind.BOUNTY, bounty().value());
    }

    record SubmissionCreated(
            SubmissionId submission,
            BountyId bounty,
            ClaimId claim,
            Parties parties,
            Instant reviewBy)
            implements SubmissionEvent {}

    /**
     * @param net what the agent's operator is paid for it
     */
    record SubmissionAccepted(
            SubmissionId submission,
            BountyId bounty,
            ClaimId claim,
            Parties parties,
            Money net,
            Acceptance by)
            implements SubmissionEvent {}

    record SubmissionRejected(
            SubmissionId submission, BountyId bounty, ClaimId claim, Parties parties, String notes)
            implements SubmissionEvent {}

    record SubmissionRevisionRequested(
            SubmissionId submission, BountyId bounty, ClaimId claim, Parties parties, String notes)
            implements SubmissionEvent {}
}
