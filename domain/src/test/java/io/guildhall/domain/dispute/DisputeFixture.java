package io.guildhall.domain.dispute;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.party.PartyFixture.CAROL;

import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Bob's agent and Ann disagree about, in each state; Bob's agent has opened it. */
public final class DisputeFixture {

    public static final DisputeId DISPUTE = new DisputeId(new UUID(0x0198_0000_0000_7000L, 0x50));
    public static final EvidenceId EVIDENCE =
            new EvidenceId(new UUID(0x0198_0000_0000_7000L, 0x60));
    public static final OfferId POSTERS_OFFER = new OfferId(new UUID(0x0198_0000_0000_7000L, 0x70));
    public static final OfferId AGENTS_OFFER = new OfferId(new UUID(0x0198_0000_0000_7000L, 0x71));
    public static final Instant ANSWER_BY = NOW.plus(Dispute.ANSWER_WINDOW);
    public static final Instant DECIDE_BY = NOW.plus(Dispute.DECISION_WINDOW);

    /** Carol is no party, so she may rule. */
    public static final DisputeStatus.Decided DECIDED =
            new DisputeStatus.Decided(
                    new Ruling.Split(6_000), CAROL, "Half of it works, and well", NOW);

    private DisputeFixture() {}

    public static Dispute openDispute() {
        return openDispute(DISPUTE, ClaimFixture.pausedClaim(), SUBMISSION, Side.AGENT);
    }

    /** Opened by the poster, about the bounty itself. */
    public static Dispute disputeOfPoster() {
        return openDispute(DISPUTE, ClaimFixture.activeClaim(), null, Side.POSTER);
    }

    public static Dispute openDispute(
            DisputeId id, Claim claim, @Nullable SubmissionId submission, Side by) {
        return new Dispute(
                id,
                claim.bounty(),
                claim.id(),
                submission,
                claim.parties(),
                by,
                "Both criteria are met",
                DECIDE_BY,
                new DisputeStatus.Open(ANSWER_BY),
                0,
                0,
                null,
                null,
                NOW,
                NOW,
                0);
    }

    /** Ann has given evidence. */
    public static Dispute answeredDispute() {
        return heard(with(openDispute(), new DisputeStatus.Answered(NOW)), 1, 0);
    }

    /** Both have made an offer, and neither has accepted the other's. */
    public static Dispute disputeWithOffers() {
        return offering(
                openDispute(),
                new Offer(POSTERS_OFFER, Side.POSTER, 2_500, NOW),
                new Offer(AGENTS_OFFER, Side.AGENT, 7_500, NOW));
    }

    public static Dispute ruledDispute() {
        return with(answeredDispute(), new DisputeStatus.Ruled(DECIDED));
    }

    public static Dispute executedDispute() {
        return with(answeredDispute(), new DisputeStatus.Executed(DECIDED, NOW));
    }

    public static Dispute settledDispute() {
        return with(answeredDispute(), new DisputeStatus.Settled(5_000, NOW));
    }

    public static Dispute withdrawnDispute() {
        return with(openDispute(), new DisputeStatus.Withdrawn(NOW));
    }

    public static Dispute timedOutDispute() {
        return with(
                answeredDispute(), new DisputeStatus.TimedOut(new Ruling.Split(5_000), DECIDE_BY));
    }

    public static Evidence evidence(Side by) {
        return evidence(EVIDENCE, DISPUTE, by);
    }

    public static Evidence evidence(EvidenceId id, DisputeId dispute, Side by) {
        return new Evidence(
                id,
                dispute,
                by,
                "The log shows every row arriving",
                List.of(
                        new Deliverable(
                                "file", "https://example.org/log", "The log", "cd".repeat(32))),
                NOW);
    }

    public static Dispute with(Dispute dispute, DisputeStatus status) {
        return changed(
                dispute,
                status,
                dispute.posterEvidence(),
                dispute.agentEvidence(),
                dispute.posterOffer(),
                dispute.agentOffer());
    }

    public static Dispute heard(Dispute dispute, int posterEvidence, int agentEvidence) {
        return changed(
                dispute,
                dispute.status(),
                posterEvidence,
                agentEvidence,
                dispute.posterOffer(),
                dispute.agentOffer());
    }

    public static Dispute offering(
            Dispute dispute, @Nullable Offer posterOffer, @Nullable Offer agentOffer) {
        return changed(
                dispute,
                dispute.status(),
                dispute.posterEvidence(),
                dispute.agentEvidence(),
                posterOffer,
                agentOffer);
    }

    private static Dispute changed(
            Dispute dispute,
            DisputeStatus status,
            int posterEvidence,
            int agentEvidence,
            @Nullable Offer posterOffer,
            @Nullable Offer agentOffer) {
        return new Dispute(
                dispute.id(),
                dispute.bounty(),
                dispute.claim(),
                dispute.submission(),
                dispute.parties(),
                dispute.openedBy(),
                dispute.reason(),
                dispute.decideBy(),
                status,
                posterEvidence,
                agentEvidence,
                posterOffer,
                agentOffer,
                dispute.createdAt(),
                dispute.updatedAt(),
                dispute.version());
    }
}
