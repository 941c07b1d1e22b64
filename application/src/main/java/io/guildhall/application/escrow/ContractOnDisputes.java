package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.Contradiction.differs;

import io.guildhall.application.dispute.DecidedDispute;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.application.dispute.Interruption;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.UnderWork;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.DisputeStatus.Ruled;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.EvidenceId;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.VaultEvent.DisputeAnswered;
import io.guildhall.domain.escrow.VaultEvent.DisputeOpened;
import io.guildhall.domain.escrow.VaultEvent.DisputeWithdrawn;
import io.guildhall.domain.escrow.VaultEvent.Ended;
import io.guildhall.domain.escrow.VaultEvent.SplitOffered;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the contract says of disputes; see {@link ContractOnWork}. */
final class ContractOnDisputes {

    private static final String AT_CONTRACT = "Opened at the contract by the party's own wallet";

    private static final String RULED_THERE = "Ruled at the contract by an arbiter's own wallet";

    private final IdGenerator ids;
    private final Claims claims;
    private final Submissions submissions;
    private final Disputes disputes;
    private final Interruption interruption;
    private final DecidedDispute decidedDispute;

    ContractOnDisputes(
            IdGenerator ids,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            Interruption interruption,
            DecidedDispute decidedDispute) {
        this.ids = ids;
        this.claims = claims;
        this.submissions = submissions;
        this.disputes = disputes;
        this.interruption = interruption;
        this.decidedDispute = decidedDispute;
    }

    void opened(
            Bounty bounty,
            Claim claim,
            DisputeOpened event,
            Instant now,
            List<DomainEvent> events) {
        if (isAccepted(bounty)) {
            return;
        }
        if (bounty.status() instanceof Disputed(var id, var _, var _)) {
            Dispute dispute = disputes.find(id).orElseThrow();
            if (dispute.openedBy() != event.openedBy() || !dispute.claim().equals(claim.id())) {
                throw differs(bounty, "another dispute was opened at the contract");
            }
            keepTime(dispute, event, now);
            return;
        }
        SubmissionId about = ground(bounty, claim, event);
        Submission underReview =
                bounty.status() instanceof UnderWork work
                        ? Grounds.underReview(work, submissions)
                        : null;
        Instant inTime =
                Clamp.before(
                        Clamp.before(now, claim.leaseEndsAt()),
                        underReview != null
                                        && underReview.status() instanceof UnderReview(var reviewBy)
                                ? reviewBy
                                : null);
        var opened =
                Dispute.open(
                                new DisputeId(ids.next()),
                                claim,
                                about,
                                event.openedBy(),
                                AT_CONTRACT,
                                event.answerBy(),
                                event.decideBy(),
                                inTime)
                        .orThrow();
        interruption.begin(bounty, claim, underReview, opened.state().id(), inTime);
        disputes.add(opened.state());
        events.addAll(opened.events());
    }

    /** Whichever dispute stops the claim there: by its time rulings are taken, and time decides. */
    void timed(Bounty bounty, ClaimId claim, DisputeOpened event, Instant now) {
        if (bounty.status() instanceof Disputed(var id, var _, var _)) {
            Dispute dispute = disputes.find(id).orElseThrow();
            if (dispute.claim().equals(claim)) {
                keepTime(dispute, event, now);
            }
        }
    }

    private void keepTime(Dispute dispute, DisputeOpened event, Instant now) {
        disputes.save(dispute.runUntil(event.answerBy(), event.decideBy(), now).orThrow().state());
    }

    /**
     * What it is about, or else what is left to be about: a side disputes each thing once here, and
     * may have taken that already by a dispute of which the contract heard as of another.
     */
    private @Nullable SubmissionId ground(Bounty bounty, Claim claim, DisputeOpened event) {
        List<Optional<SubmissionId>> grounds = new ArrayList<>();
        grounds.add(submissions.ofRound(claim.id(), event.submission()).map(Submission::id));
        grounds.add(Optional.empty());
        submissions.ofClaim(claim.id()).forEach(other -> grounds.add(Optional.of(other.id())));
        return grounds.stream()
                .filter(ground ->
                        disputes.filed(event.openedBy(), claim.id(), ground.orElse(null)).isEmpty())
                .findFirst()
                .orElseThrow(() -> differs(bounty, "disputed more often than is possible"))
                .orElse(null);
    }

    void answered(Bounty bounty, DisputeAnswered event, Instant now, List<DomainEvent> events) {
        if (isAccepted(bounty)) {
            return;
        }
        Dispute dispute = disputed(bounty);
        if (!(dispute.status() instanceof Open)) {
            return;
        }
        Evidence answer =
                new Evidence(
                        new EvidenceId(ids.next()),
                        dispute.id(),
                        event.by(),
                        "Answered at the contract itself; what was said has the SHA-256 "
                                + event.evidence(),
                        List.of(),
                        now);
        var heard = dispute.hear(answer, Clamp.before(now, dispute.decideBy())).orThrow();
        disputes.save(heard.state());
        disputes.addEvidence(answer);
        events.addAll(heard.events());
    }

    void offered(Bounty bounty, SplitOffered event, Instant now, List<DomainEvent> events) {
        if (isAccepted(bounty)) {
            return;
        }
        Dispute dispute = disputed(bounty);
        if (dispute.status() instanceof Ruled) {
            // Nothing is left here to accept; what comes of it there is followed.
            return;
        }
        var offered =
                dispute.offer(
                                new OfferId(ids.next()),
                                event.by(),
                                event.agentShareBps(),
                                Clamp.before(now, dispute.decideBy()))
                        .orThrow();
        disputes.save(offered.state());
        events.addAll(offered.events());
    }

    void withdrawn(Bounty bounty, DisputeWithdrawn event, Instant now, List<DomainEvent> events) {
        if (isAccepted(bounty)) {
            return;
        }
        Dispute dispute = disputed(bounty);
        var withdrawn =
                (dispute.status() instanceof Ruled
                                ? dispute.fallAway(now)
                                : dispute.withdraw(
                                        dispute.openedBy(), Clamp.before(now, dispute.decideBy())))
                        .orThrow();
        interruption.end(bounty, claims.find(dispute.claim()).orElseThrow(), event.dueAt(), now);
        disputes.save(withdrawn.state());
        events.addAll(withdrawn.events());
    }

    /** The contract has shared the reward as an arbiter, the two sides or time decided. */
    void decided(Bounty bounty, Ended ended, Instant now, List<DomainEvent> events) {
        Dispute dispute = disputed(bounty);
        Dispute decided =
                switch (ended.outcome()) {
                    case RULED -> {
                        if (!(dispute.status() instanceof Ruled(var decision))) {
                            var share = Ruling.ofShare(ended.agentShareBps());
                            yield told(
                                    dispute.takeRuling(share, RULED_THERE, now).orThrow(), events);
                        }
                        if (decision.ruling().agentShare() == ended.agentShareBps()) {
                            yield dispute;
                        }
                        throw differs(bounty, "ruled otherwise at the contract");
                    }
                    case SETTLED -> told(settled(bounty, dispute, ended, now), events);
                    case ARBITER_SILENT ->
                            told(
                                    dispute.timeOutAs(Ruling.ofShare(ended.agentShareBps()), now)
                                            .orThrow(),
                                    events);
                    case ACCEPTED,
                            MERGED,
                            REVIEW_UNANSWERED,
                            CANCELLED,
                            UNCLAIMED,
                            LEASE_ENDED,
                            REWORK_ENDED,
                            RELEASED ->
                            throw new IllegalArgumentException(ended.outcome() + " is no decision");
                };
        decidedDispute.carryOut(bounty, decided, now, events);
    }

    private static Decision.Accepted<Dispute> settled(
            Bounty bounty, Dispute dispute, Ended ended, Instant now) {
        if (dispute.status() instanceof Ruled) {
            return dispute.settleAs(ended.agentShareBps(), now).orThrow();
        }
        Instant inTime = Clamp.before(now, dispute.decideBy());
        for (Side side : Side.values()) {
            Offer standing = dispute.offerOf(side);
            if (standing != null && standing.agentShareBps() == ended.agentShareBps()) {
                return dispute.acceptOffer(standing.id(), side.other(), inTime).orThrow();
            }
        }
        throw differs(bounty, "settled at the contract for a share that nobody had offered");
    }

    private static Dispute told(Decision.Accepted<Dispute> decision, List<DomainEvent> events) {
        events.addAll(decision.events());
        return decision.state();
    }

    /** Then there is no dispute here, and the contract is told how it is decided. */
    private static boolean isAccepted(Bounty bounty) {
        return bounty.status() instanceof Completed;
    }

    private Dispute disputed(Bounty bounty) {
        if (bounty.status() instanceof Disputed(var id, var _, var _)) {
            return disputes.find(id).orElseThrow();
        }
        throw differs(bounty, "disputed at the contract while it is " + bounty.status().word());
    }
}
