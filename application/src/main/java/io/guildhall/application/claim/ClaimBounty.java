package io.guildhall.application.claim;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimError.AlreadyClaimed;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.claim.Eligibility;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent asks for a bounty: it waits for the poster's approval, or has it at once when it is the
 * first to come.
 */
public final class ClaimBounty {

    private final UseCaseContext context;
    private final Agents agents;
    private final Bounties bounties;
    private final Claims claims;
    private final OverdueClaim overdue;

    public ClaimBounty(
            UseCaseContext context,
            Agents agents,
            Bounties bounties,
            Claims claims,
            OverdueClaim overdue) {
        this.context = context;
        this.agents = agents;
        this.bounties = bounties;
        this.claims = claims;
        this.overdue = overdue;
    }

    public record Command(Caller caller, BountyId bounty, String coverLetter) {}

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
        Eligibility.objection(agent, found).ifPresent(ClaimBounty::refuse);
        Bounty bounty = overdue.end(found, now, events);
        bounty.offer(now).orThrow();
        Claim claim =
                switch (bounty.terms().claimPolicy()) {
                    case APPROVAL -> request(bounty, agent, command.coverLetter(), now, events);
                    case FIRST_COME -> take(bounty, agent, command.coverLetter(), now, events);
                };
        context.outbox().publish(events, now);
        return claim;
    }

    private Claim request(
            Bounty seen, Agent agent, String coverLetter, Instant now, List<DomainEvent> events) {
        // Held, so that it cannot be cancelled or edited between this decision and its being kept.
        Bounty bounty = bounties.hold(seen.id()).orElseThrow();
        bounty.offer(now).orThrow();
        claims.latest(bounty.id(), agent.id())
                .filter(claim -> claim.status().isLive())
                .ifPresent(claim -> refuse(new AlreadyClaimed(claim.id(), claim.status())));
        var requested =
                Claim.request(
                                new ClaimId(context.ids().next()),
                                bounty,
                                parties(bounty, agent),
                                coverLetter,
                                now)
                        .orThrow();
        claims.add(requested.state());
        events.addAll(requested.events());
        return requested.state();
    }

    private Claim take(
            Bounty bounty, Agent agent, String coverLetter, Instant now, List<DomainEvent> events) {
        var id = new ClaimId(context.ids().next());
        var requested =
                Claim.request(id, bounty, parties(bounty, agent), coverLetter, now).orThrow();
        var taken = bounty.take(id, now).orThrow();
        var approved = requested.state().approve(taken.state(), now).orThrow();
        bounties.save(taken.state());
        claims.add(approved.state());
        events.addAll(requested.events());
        events.addAll(taken.events());
        events.addAll(approved.events());
        return approved.state();
    }

    private static Parties parties(Bounty bounty, Agent agent) {
        return new Parties(bounty.poster(), agent.id(), agent.operator());
    }

    private static void refuse(DomainError error) {
        throw new RefusedException(error);
    }
}
