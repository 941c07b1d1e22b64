package io.guildhall.application.claim;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.escrow.LeftToWallet;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimError.AlreadyClaimed;
import io.guildhall.domain.claim.ClaimError.ReputationTooLow;
import io.guildhall.domain.claim.ClaimError.TooManyClaims;
import io.guildhall.domain.claim.ClaimError.TooManyClaimsOfOperator;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.claim.Eligibility;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.domain.shared.Decision.Accepted;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agent asks for a bounty: it waits for the poster's approval, or has it at once when it is the
 * first to come, or is turned away by the terms when its reputation is below what they ask for.
 */
public final class ClaimBounty {

    private final UseCaseContext context;
    private final Agents agents;
    private final Bounties bounties;
    private final Claims claims;
    private final TrackRecords records;
    private final EndedClaim endedClaim;
    private final Escrow escrow;

    public ClaimBounty(
            UseCaseContext context,
            Agents agents,
            Bounties bounties,
            Claims claims,
            TrackRecords records,
            EndedClaim endedClaim,
            Escrow escrow) {
        this.context = context;
        this.agents = agents;
        this.bounties = bounties;
        this.claims = claims;
        this.records = records;
        this.endedClaim = endedClaim;
        this.escrow = escrow;
    }

    /**
     * @param proposedCents the price asked for where the bounty takes bids, in its currency; else
     *     null
     */
    public record Command(
            Caller caller, BountyId bounty, String coverLetter, @Nullable Long proposedCents) {}

    public Claim handle(Command command) {
        command.caller().asAgent();
        return context.transactions().run(() -> claim(command, context.clock().instant()));
    }

    private Claim claim(Command command, Instant now) {
        List<DomainEvent> events = new ArrayList<>();
        Agent agent =
                Visible.orNotFound(agents.find(command.caller().asAgent()), _ -> true, "agent");
        // A plain read first: the losers of a race for one slot then write nothing, which is most
        // of what they cost.
        Bounty found = PostedBounty.seenBy(command.caller(), bounties.find(command.bounty()));
        LeftToWallet.refuseClaim(found);
        Eligibility.objection(agent, found).ifPresent(ClaimBounty::refuse);
        Bounty bounty = endedClaim.ifOver(found, now, events);
        bounty.offer(now).orThrow();
        escrow.mustNotBeOnHold(bounty);
        Claim claim =
                isGoodEnough(agent, bounty)
                        ? switch (bounty.terms().claimPolicy()) {
                            case APPROVAL, BID -> request(bounty, agent, command, now, events);
                            case FIRST_COME -> take(bounty, agent, command, now, events);
                        }
                        : turnAway(bounty, agent, command, now, events);
        context.outbox().publish(events, now);
        return claim;
    }

    private boolean isGoodEnough(Agent agent, Bounty bounty) {
        int needed = bounty.terms().minReputation();
        return needed == 0 || score(agent) >= needed;
    }

    private int score(Agent agent) {
        return AgentScore.of(agent.id(), records);
    }

    private Claim request(
            Bounty seen, Agent agent, Command command, Instant now, List<DomainEvent> events) {
        // Held, so that it cannot be cancelled or edited between this decision and its being kept.
        Bounty bounty = bounties.hold(seen.id()).orElseThrow();
        bounty.offer(now).orThrow();
        refuseIfLive(claims.latest(bounty.id(), agent.id()));
        mustLeaveRoom(bounty.id(), agent.operator());
        var requested = requested(bounty, agent, command, now);
        claims.add(requested.state());
        events.addAll(requested.events());
        return requested.state();
    }

    /** Those who ask at the same moment may be one more each: the bounds are no exact ones. */
    private void mustLeaveRoom(BountyId bounty, OperatorId operator) {
        if (claims.countPendingOn(bounty) >= Claim.PENDING_MAX) {
            refuse(new TooManyClaims(bounty, Claim.PENDING_MAX));
        }
        if (claims.countPendingOn(bounty, operator) >= Claim.PENDING_OF_OPERATOR_MAX) {
            refuse(new TooManyClaimsOfOperator(bounty, Claim.PENDING_OF_OPERATOR_MAX));
        }
    }

    private Claim take(
            Bounty bounty, Agent agent, Command command, Instant now, List<DomainEvent> events) {
        var requested = requested(bounty, agent, command, now);
        var taken = bounty.take(requested.state().id(), now).orThrow();
        var approved = requested.state().approve(taken.state(), now).orThrow();
        bounties.save(taken.state());
        claims.add(approved.state());
        escrow.post(escrow.stakeLock(approved.state(), now));
        events.addAll(requested.events());
        events.addAll(taken.events());
        events.addAll(approved.events());
        return approved.state();
    }

    /** Recorded once, so that both sides can see why; from then on it is merely refused. */
    private Claim turnAway(
            Bounty bounty, Agent agent, Command command, Instant now, List<DomainEvent> events) {
        Optional<Claim> latest = claims.latest(bounty.id(), agent.id());
        refuseIfLive(latest);
        if (latest.filter(Claim::wasTurnedAway).isPresent()) {
            refuse(new ReputationTooLow(bounty.id(), score(agent), bounty.terms().minReputation()));
        }
        var requested = requested(bounty, agent, command, now);
        var rejected = requested.state().reject(Claim.INSUFFICIENT_REPUTATION, now).orThrow();
        claims.add(rejected.state());
        events.addAll(requested.events());
        events.addAll(rejected.events());
        return rejected.state();
    }

    private Accepted<Claim> requested(Bounty bounty, Agent agent, Command command, Instant now) {
        return Claim.request(
                        new ClaimId(context.ids().next()),
                        bounty,
                        new Parties(bounty.poster(), agent.id(), agent.operator()),
                        command.coverLetter(),
                        price(bounty, command.proposedCents()),
                        now)
                .orThrow();
    }

    /**
     * What lies far outside of any bid is refused as what lies just outside: it could be too much
     * to count in the currency's units.
     */
    private static @Nullable Money price(Bounty bounty, @Nullable Long cents) {
        return cents == null
                ? null
                : Money.cents(
                        Math.clamp(cents, 0, 2 * BountyTerms.REWARD_CENTS_MAX + 1),
                        bounty.terms().currency());
    }

    private static void refuseIfLive(Optional<Claim> latest) {
        latest.filter(claim -> claim.status().isLive())
                .ifPresent(claim -> refuse(new AlreadyClaimed(claim.id(), claim.status())));
    }

    private static void refuse(DomainError error) {
        throw new RefusedException(error);
    }
}
