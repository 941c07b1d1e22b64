package io.guildhall.domain.submission;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** It lies with the poster; what the gate has to judge first comes there when it has passed. */
    record SubmissionCreated(
            SubmissionId submission,
            BountyId bounty,
            ClaimId claim,
            Parties parties,
            Instant reviewBy)
            implements SubmissionEvent {}

    /**
     * The quality gate did not let it through to the poster.
     *
     * @param score the gate's, in ten-thousandths
     * @param reasons what is to be done about it
     * @param resubmitBy until when it can be handed in once more; null when it can not
     */
    record SubmissionGateFailed(
            SubmissionId submission,
            BountyId bounty,
            ClaimId claim,
            Parties parties,
            int score,
            List<String> reasons,
            @Nullable Instant resubmitBy)
            implements SubmissionEvent {

        public SubmissionGateFailed {
            reasons = List.copyOf(reasons);
        }
    }

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
