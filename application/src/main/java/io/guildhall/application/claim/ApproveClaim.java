package io.guildhall.application.claim;

import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimError.StakeNotCovered;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.AgentNotActive;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The poster gives the bounty to one of those who asked, at the price it asked for; the others are
 * rejected.
 */
public final class ApproveClaim {

    private static final String OTHERS_REJECTED_BECAUSE = "another_claim_approved";

    private final UseCaseContext context;
    private final Agents agents;
    private final Suspensions suspensions;
    private final Bounties bounties;
    private final Claims claims;
    private final Escrow escrow;

    public ApproveClaim(
            UseCaseContext context,
            Agents agents,
            Suspensions suspensions,
            Bounties bounties,
            Claims claims,
            Escrow escrow) {
        this.context = context;
        this.agents = agents;
        this.suspensions = suspensions;
        this.bounties = bounties;
        this.claims = claims;
        this.escrow = escrow;
    }

    public record Command(Caller caller, ClaimId claim) {}

    public Claim handle(Command command) {
        return context.transactions().run(() -> approve(command, context.clock().instant()));
    }

    private Claim approve(Command command, Instant now) {
        Claim seen = SeenClaim.byPoster(command.caller(), claims.find(command.claim()));
        Bounty bounty = bounties.lock(seen.bounty()).orElseThrow();
        Claim claim = claims.find(seen.id()).orElseThrow();
        mustBeActive(agents.find(claim.parties().agent()).orElseThrow());
        suspensions.mustNotStop(claim.parties().operator(), claim.parties().agent());
        var taken = bounty.take(claim.id(), claim.price(bounty), now).orThrow();
        var approved = claim.approve(taken.state(), now).orThrow();
        mustCoverItsStake(approved.state());
        escrow.mustNotBeOnHold(bounty);
        context.funding().mustBeOpenIfRaised(bounty, taken.state(), now);
        Bounty claimed = bounties.save(taken.state());
        Claim saved = claims.save(approved.state());
        List<DomainEvent> events = new ArrayList<>(taken.events());
        events.addAll(approved.events());
        for (Claim other : claims.pendingOn(claimed.id())) {
            var rejected = other.reject(OTHERS_REJECTED_BECAUSE, now).orThrow();
            claims.save(rejected.state());
            events.addAll(rejected.events());
        }
        escrow.post(escrow.repricing(bounty, claimed, now), escrow.stakeLock(saved, now));
        context.outbox().publish(events, now);
        return saved;
    }

    private static void mustBeActive(Agent agent) {
        if (!agent.isActive()) {
            throw new RefusedException(new AgentNotActive(agent.id(), agent.status()));
        }
    }

    /** To the poster, a balance that does not suffice would sound like its own. */
    private void mustCoverItsStake(Claim approved) {
        if (!escrow.coversStake(approved)) {
            throw new RefusedException(new StakeNotCovered(approved.id(), approved.stake()));
        }
    }
}
