package io.guildhall.domain.dispute;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.dispute.DisputeError.AnswerStillDue;
import io.guildhall.domain.dispute.DisputeError.ArbiterIsParty;
import io.guildhall.domain.dispute.DisputeError.DecisionNotDueYet;
import io.guildhall.domain.dispute.DisputeError.DecisionWindowOver;
import io.guildhall.domain.dispute.DisputeError.DisputeNotInState;
import io.guildhall.domain.dispute.DisputeError.NotTheOpener;
import io.guildhall.domain.dispute.DisputeError.OfferNotStanding;
import io.guildhall.domain.dispute.DisputeError.TooMuchEvidence;
import io.guildhall.domain.dispute.DisputeEvent.DisputeOpened;
import io.guildhall.domain.dispute.DisputeEvent.DisputeResolved;
import io.guildhall.domain.dispute.DisputeEvent.DisputeSettled;
import io.guildhall.domain.dispute.DisputeEvent.DisputeWithdrawn;
import io.guildhall.domain.dispute.DisputeEvent.EvidenceGiven;
import io.guildhall.domain.dispute.DisputeEvent.OfferMade;
import io.guildhall.domain.dispute.DisputeStatus.Answered;
import io.guildhall.domain.dispute.DisputeStatus.Decided;
import io.guildhall.domain.dispute.DisputeStatus.Executed;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.DisputeStatus.Ruled;
import io.guildhall.domain.dispute.DisputeStatus.Settled;
import io.guildhall.domain.dispute.DisputeStatus.TimedOut;
import io.guildhall.domain.dispute.DisputeStatus.Withdrawn;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.shared.Timer.Consequence;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A disagreement about a claim or one of its submissions. The escrow stays locked and every clock
 * of the bounty stands still until it ends, and it always ends: by the sides themselves, by an
 * arbiter, or by time.
 *
 * @param submission what it is about; null when it is about the bounty itself
 * @param decideBy until when an arbiter has to have ruled; after that it is decided by time alone
 * @param posterEvidence how many pieces the poster has given
 * @param agentEvidence how many pieces the agent's side has given
 * @param posterOffer the poster's standing offer
 * @param agentOffer the agent's standing offer
 */
public record Dispute(
        DisputeId id,
        BountyId bounty,
        ClaimId claim,
        @Nullable SubmissionId submission,
        Parties parties,
        Side openedBy,
        String reason,
        Instant decideBy,
        DisputeStatus status,
        int posterEvidence,
        int agentEvidence,
        @Nullable Offer posterOffer,
        @Nullable Offer agentOffer,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final Duration ANSWER_WINDOW = Duration.ofDays(2);
    public static final Duration DECISION_WINDOW = Duration.ofDays(14);
    public static final int EVIDENCE_MAX = 20;
    private static final int REASON_MAX = 5_000;
    private static final int NOTES_MAX = 10_000;
    private static final int HALF_BPS = Ruling.WHOLE_BPS / 2;

    public static Decision<Dispute> open(
            DisputeId id,
            Claim claim,
            @Nullable SubmissionId submission,
            Side by,
            String reason,
            Instant now) {
        return open(
                id,
                claim,
                submission,
                by,
                reason,
                now.plus(ANSWER_WINDOW),
                now.plus(DECISION_WINDOW),
                now);
    }

    /** One that a contract has opened, which keeps the time of it from there on. */
    public static Decision<Dispute> open(
            DisputeId id,
            Claim claim,
            @Nullable SubmissionId submission,
            Side by,
            String reason,
            Instant answerBy,
            Instant decideBy,
            Instant now) {
        var problems = new Invalid.Check().text(reason, "reason", 1, REASON_MAX).problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        return accept(
                new Dispute(
                        id,
                        claim.bounty(),
                        claim.id(),
                        submission,
                        claim.parties(),
                        by,
                        reason,
                        decideBy,
                        new Open(answerBy),
                        0,
                        0,
                        null,
                        null,
                        now,
                        now,
                        0),
                new DisputeOpened(
                        id,
                        claim.bounty(),
                        claim.parties(),
                        claim.id(),
                        submission,
                        by,
                        reason,
                        answerBy));
    }

    /** Counts a piece of evidence; the other side's first one is its answer. */
    public Decision<Dispute> hear(Evidence evidence, Instant now) {
        return switch (status) {
            case Open _, Answered _ when isOver(now) -> refuse(decisionOver());
            case Open _, Answered _ -> {
                if (evidenceOf(evidence.by()) >= EVIDENCE_MAX) {
                    yield refuse(new TooMuchEvidence(EVIDENCE_MAX));
                }
                var problems = evidence.problems();
                yield problems.isEmpty()
                        ? accept(
                                heard(evidence.by(), now),
                                new EvidenceGiven(
                                        id, bounty, parties, evidence.id(), evidence.by()))
                        : refuse(new Invalid(problems));
            }
            case Ruled _, Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "argued", status));
        };
    }

    /** Replaces the side's earlier offer. */
    public Decision<Dispute> offer(OfferId offer, Side by, int agentShareBps, Instant now) {
        return switch (status) {
            case Open _, Answered _ when isOver(now) -> refuse(decisionOver());
            case Open _, Answered _ -> {
                var problems =
                        new Invalid.Check()
                                .require(
                                        agentShareBps >= 0 && agentShareBps <= Ruling.WHOLE_BPS,
                                        "agentShareBps",
                                        "must be 0 to 10000 basis points of the reward")
                                .problems();
                Offer made = new Offer(offer, by, agentShareBps, now);
                yield problems.isEmpty()
                        ? accept(
                                withOffers(
                                        by == Side.POSTER ? made : posterOffer,
                                        by == Side.AGENT ? made : agentOffer,
                                        now),
                                new OfferMade(id, bounty, parties, made))
                        : refuse(new Invalid(problems));
            }
            case Ruled _, Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "settled", status));
        };
    }

    public Decision<Dispute> acceptOffer(OfferId offer, Side by, Instant now) {
        return switch (status) {
            case Open _, Answered _ when isOver(now) -> refuse(decisionOver());
            case Open _, Answered _ -> {
                Offer standing = offerOf(by.other());
                yield standing != null && standing.id().equals(offer)
                        ? accept(
                                with(new Settled(standing.agentShareBps(), now), now),
                                new DisputeSettled(id, bounty, parties, standing.agentShareBps()))
                        : refuse(new OfferNotStanding(offer));
            }
            case Ruled _, Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "settled", status));
        };
    }

    public Decision<Dispute> withdraw(Side by, Instant now) {
        return switch (status) {
            case Open _, Answered _ when isOver(now) -> refuse(decisionOver());
            case Open _, Answered _ ->
                    by == openedBy
                            ? accept(
                                    with(new Withdrawn(now), now),
                                    new DisputeWithdrawn(id, bounty, parties))
                            : refuse(new NotTheOpener());
            case Ruled _, Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "withdrawn", status));
        };
    }

    /**
     * Silence does not block justice: one left unanswered past its time can be ruled on too. Nobody
     * rules in its own cause.
     */
    public Decision<Dispute> rule(Ruling ruling, OperatorId arbiter, String notes, Instant now) {
        if (parties.includes(arbiter)) {
            return refuse(new ArbiterIsParty());
        }
        return switch (status) {
            case Open _, Answered _ when isOver(now) -> refuse(decisionOver());
            case Open(var answerBy) when now.isBefore(answerBy) ->
                    refuse(new AnswerStillDue(id, answerBy));
            case Open _, Answered _ -> {
                var problems = new Invalid.Check().text(notes, "notes", 0, NOTES_MAX).problems();
                yield problems.isEmpty()
                        ? accept(
                                with(new Ruled(new Decided(ruling, arbiter, notes, now)), now),
                                new DisputeResolved(id, bounty, parties, ruling, notes, false))
                        : refuse(new Invalid(problems));
            }
            case Ruled _, Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "ruled on", status));
        };
    }

    /**
     * Where a contract holds the money, the wallet of an arbiter has ruled there alone. Whose it is
     * we cannot know; what is kept is the share.
     */
    public Decision<Dispute> takeRuling(Ruling ruling, String notes, Instant now) {
        return switch (status) {
            case Open _, Answered _ ->
                    accept(
                            with(new Settled(ruling.agentShare(), now), now),
                            new DisputeResolved(id, bounty, parties, ruling, notes, false));
            case Ruled _, Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "ruled on", status));
        };
    }

    /** The money of the ruling has moved. */
    public Decision<Dispute> execute(Instant now) {
        return switch (status) {
            case Ruled(var decided) -> accept(with(new Executed(decided, now), now));
            case Open _, Answered _, Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "executed", status));
        };
    }

    /**
     * What time alone does when no arbiter ruled: for the one who spoke, if the other never did;
     * else halves.
     */
    public Decision<Dispute> timeOut(Instant now) {
        return switch (status) {
            case Open _, Answered _ when !isOver(now) ->
                    refuse(new DecisionNotDueYet(id, decideBy, status));
            case Open _ ->
                    timedOut(Ruling.ofShare(openedBy == Side.AGENT ? Ruling.WHOLE_BPS : 0), now);
            case Answered _ -> timedOut(Ruling.ofShare(HALF_BPS), now);
            case Ruled _, Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "decided by time", status));
        };
    }

    /**
     * What time alone has done where a contract keeps the clock: by what was said to the contract,
     * which may never have heard of an answer or of a ruling.
     */
    public Decision<Dispute> timeOutAs(Ruling ruling, Instant now) {
        return switch (status) {
            case Open _, Answered _, Ruled _ -> timedOut(ruling, now);
            case Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "decided by time", status));
        };
    }

    /**
     * What the two sides have settled for where a contract holds the money, whatever was ruled on
     * it here and not carried out there.
     */
    public Decision<Dispute> settleAs(int agentShareBps, Instant now) {
        return switch (status) {
            case Open _, Answered _, Ruled _ ->
                    accept(
                            with(new Settled(agentShareBps, now), now),
                            new DisputeSettled(id, bounty, parties, agentShareBps));
            case Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "settled", status));
        };
    }

    /**
     * The contract that holds the money has ended the claim without it, or its opener has withdrawn
     * it there, whatever was ruled on it: there is nothing left to decide.
     */
    public Decision<Dispute> fallAway(Instant now) {
        return switch (status) {
            case Open _, Answered _, Ruled _ ->
                    accept(
                            with(new Withdrawn(now), now),
                            new DisputeWithdrawn(id, bounty, parties));
            case Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "given up", status));
        };
    }

    /**
     * The contract that holds the money has opened it as well, later or sooner than it was opened
     * here, and by the contract's time rulings are taken and time decides.
     *
     * @param answerBy of one that nobody has answered
     */
    public Decision<Dispute> runUntil(Instant answerBy, Instant decideBy, Instant now) {
        return switch (status) {
            case Open _ -> accept(with(new Open(answerBy), now).decidedBy(decideBy));
            case Answered _, Ruled _ -> accept(with(status, now).decidedBy(decideBy));
            case Executed _, Settled _, Withdrawn _, TimedOut _ ->
                    refuse(new DisputeNotInState(id, "timed", status));
        };
    }

    public @Nullable Offer offerOf(Side side) {
        return switch (side) {
            case POSTER -> posterOffer;
            case AGENT -> agentOffer;
        };
    }

    public int evidenceOf(Side side) {
        return switch (side) {
            case POSTER -> posterEvidence;
            case AGENT -> agentEvidence;
        };
    }

    /**
     * What time alone will do to it; also to a ruling whose money has not moved, for who holds it
     * may never have heard of the ruling.
     */
    public @Nullable Timer timer() {
        return switch (status) {
            case Open _, Answered _, Ruled _ -> new Timer(decideBy, Consequence.DISPUTE_IS_DECIDED);
            case Executed _, Settled _, Withdrawn _, TimedOut _ -> null;
        };
    }

    /** The same as it is kept, with the version it is kept as. */
    public Dispute atVersion(long kept) {
        return new Dispute(
                id,
                bounty,
                claim,
                submission,
                parties,
                openedBy,
                reason,
                decideBy,
                status,
                posterEvidence,
                agentEvidence,
                posterOffer,
                agentOffer,
                createdAt,
                updatedAt,
                kept);
    }

    /** From then on time alone decides, so that nobody gains by being the last to speak. */
    private boolean isOver(Instant now) {
        return !now.isBefore(decideBy);
    }

    private DisputeError decisionOver() {
        return new DecisionWindowOver(id, decideBy, status);
    }

    private Decision<Dispute> timedOut(Ruling ruling, Instant now) {
        return accept(
                with(new TimedOut(ruling, now), now),
                new DisputeResolved(id, bounty, parties, ruling, "", true));
    }

    private Dispute heard(Side by, Instant now) {
        boolean answers = status instanceof Open && by != openedBy;
        return changed(
                answers ? new Answered(now) : status,
                posterEvidence + (by == Side.POSTER ? 1 : 0),
                agentEvidence + (by == Side.AGENT ? 1 : 0),
                posterOffer,
                agentOffer,
                now);
    }

    private Dispute decidedBy(Instant end) {
        return new Dispute(
                id,
                bounty,
                claim,
                submission,
                parties,
                openedBy,
                reason,
                end,
                status,
                posterEvidence,
                agentEvidence,
                posterOffer,
                agentOffer,
                createdAt,
                updatedAt,
                version);
    }

    private Dispute withOffers(@Nullable Offer ofPoster, @Nullable Offer ofAgent, Instant now) {
        return changed(status, posterEvidence, agentEvidence, ofPoster, ofAgent, now);
    }

    private Dispute with(DisputeStatus next, Instant now) {
        return changed(next, posterEvidence, agentEvidence, posterOffer, agentOffer, now);
    }

    private Dispute changed(
            DisputeStatus next,
            int ofPoster,
            int ofAgent,
            @Nullable Offer offerOfPoster,
            @Nullable Offer offerOfAgent,
            Instant now) {
        return new Dispute(
                id,
                bounty,
                claim,
                submission,
                parties,
                openedBy,
                reason,
                decideBy,
                next,
                ofPoster,
                ofAgent,
                offerOfPoster,
                offerOfAgent,
                createdAt,
                now,
                version);
    }
}
