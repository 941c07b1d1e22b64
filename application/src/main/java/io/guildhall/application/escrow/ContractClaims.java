package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.Contradiction.differs;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.escrow.EscrowError.ContractDiffers;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.escrow.VaultEvent.Claimed;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Claims that were made at the contract, whoever tells of them first: the one who made it, or the
 * chain. To be called while the bounty is locked.
 */
final class ContractClaims {

    private final IdGenerator ids;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final Agents agents;
    private final Wallets wallets;
    private final EscrowHolds holds;

    ContractClaims(
            IdGenerator ids,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Agents agents,
            Wallets wallets,
            EscrowHolds holds) {
        this.ids = ids;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.agents = agents;
        this.wallets = wallets;
        this.holds = holds;
    }

    /** What is kept of the claim that the contract gave this number, unless it was taken back. */
    Optional<HeldClaim> find(Bounty bounty, long fence) {
        return holds.claimsOf(bounty.id()).stream()
                .filter(claim -> claim.fence() == fence)
                .filter(claim -> claim.standing() != Standing.TAKEN_BACK)
                .findFirst();
    }

    /** The same, if that wallet made it: after a fork another's claim may have its number. */
    Optional<HeldClaim> find(Bounty bounty, long fence, @Nullable WalletAddress agent) {
        return find(bounty, fence).filter(claim -> claim.agent().equals(agent));
    }

    /**
     * What the chain says for good.
     *
     * @throws RefusedException with {@link ContractDiffers}
     */
    void settle(
            Bounty bounty, Claimed claimed, Origin origin, Instant now, List<DomainEvent> events) {
        Optional<HeldClaim> known = find(bounty, claimed.fence(), claimed.agent());
        if (known.isPresent()) {
            holds.save(known.get().madeFinalAt(origin));
            return;
        }
        Bounty free = bounty;
        for (HeldClaim other : holds.claimsOf(bounty.id())) {
            if (other.standing() == Standing.PENDING) {
                free = takeBack(free, other, Claim.CHAIN_REORG, now, events);
            }
        }
        record(free, claimed, origin, Standing.FINAL, now, events);
    }

    /**
     * @throws RefusedException with {@link ContractDiffers} when it cannot be
     */
    Claim record(
            Bounty bounty,
            Claimed claimed,
            Origin origin,
            Standing standing,
            Instant now,
            List<DomainEvent> events) {
        AgentId agentId =
                wallets.agentWith(claimed.agent())
                        .orElseThrow(() ->
                                differs(
                                        bounty,
                                        "claimed by " + claimed.agent() + ", which is no agent's"));
        Agent agent = agents.find(agentId).orElseThrow();
        if (agent.operator().equals(bounty.poster())) {
            throw differs(bounty, "claimed by an agent of its own poster's");
        }
        if (!(bounty.status() instanceof Open)) {
            throw differs(bounty, "claimed while it is " + bounty.status().word());
        }
        if (find(bounty, claimed.fence()).isPresent()) {
            throw differs(bounty, "claim number " + claimed.fence() + " is another one");
        }
        ClaimId id = new ClaimId(ids.next());
        // The contract let it be claimed in time, whatever our clock says of the deadline.
        Instant inTime = Clamp.before(now, bounty.terms().deadline());
        Bounty taken = bounties.save(bounty.take(id, inTime).orThrow().state());
        var recorded =
                Claim.recorded(
                                id,
                                taken,
                                new Parties(bounty.poster(), agentId, agent.operator()),
                                claimed.claimedAt(),
                                claimed.leaseEndsAt(),
                                now)
                        .orThrow();
        claims.addRecorded(recorded.state());
        holds.add(
                new HeldClaim(
                        id,
                        bounty.id(),
                        claimed.agent(),
                        claimed.fence(),
                        claimed.stake(),
                        origin,
                        standing));
        events.addAll(recorded.events());
        return recorded.state();
    }

    /**
     * Ends a claim of which the chain says otherwise than we thought, and what was handed in under
     * it; the bounty is open again.
     */
    Bounty takeBack(
            Bounty bounty, HeldClaim held, String reason, Instant now, List<DomainEvent> events) {
        holds.save(held.takenBack());
        Claim claim = claims.find(held.claim()).orElseThrow();
        if (!(claim.status() instanceof Active)) {
            return bounty;
        }
        for (Submission submission : submissions.ofClaim(claim.id())) {
            if (submission.status() instanceof UnderReview || submission.status() instanceof Held) {
                var taken = submission.takeBack(reason, now).orThrow();
                submissions.save(taken.state());
                events.addAll(taken.events());
            }
        }
        var taken = claim.takeBack(reason, now).orThrow();
        claims.save(taken.state());
        events.addAll(taken.events());
        return bounties.save(bounty.free(now).orThrow().state());
    }
}
