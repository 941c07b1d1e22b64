package io.guildhall.domain.dispute;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a dispute. */
public sealed interface DisputeEvent extends DomainEvent {

    DisputeId dispute();

    BountyId bounty();

    Parties parties();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.DISPUTE, dispute().value());
    }

    @Override
    default Subject story() {
        return new Subject(Subject.Kind.BOUNTY, bounty().value());
    }

    /**
     * @param submission what it is about; null when it is about the bounty itself
     */
    record DisputeOpened(
            DisputeId dispute,
            BountyId bounty,
            Parties parties,
            ClaimId claim,
            @Nullable SubmissionId submission,
            Side by,
            String reason,
            Instant answerBy)
            implements DisputeEvent {}

    record EvidenceGiven(
            DisputeId dispute, BountyId bounty, Parties parties, EvidenceId evidence, Side by)
            implements DisputeEvent {}

    record OfferMade(DisputeId dispute, BountyId bounty, Parties parties, Offer offer)
            implements DisputeEvent {}

    record DisputeSettled(DisputeId dispute, BountyId bounty, Parties parties, int agentShareBps)
            implements DisputeEvent {}

    record DisputeWithdrawn(DisputeId dispute, BountyId bounty, Parties parties)
            implements DisputeEvent {}

    /**
     * @param notes the arbiter's reasons; empty when it was decided by time
     * @param byTime whether no arbiter ruled in time
     */
    record DisputeResolved(
            DisputeId dispute,
            BountyId bounty,
            Parties parties,
            Ruling ruling,
            String notes,
            boolean byTime)
            implements DisputeEvent {}
}
