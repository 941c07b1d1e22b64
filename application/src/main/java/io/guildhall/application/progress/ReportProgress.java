package io.guildhall.application.progress;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimError.NoClaim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.AgentNotActive;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The working agent tells how far it is, which renews its lease. */
public final class ReportProgress {

    private final UseCaseContext context;
    private final Agents agents;
    private final Bounties bounties;
    private final Claims claims;
    private final Traces traces;

    public ReportProgress(
            UseCaseContext context,
            Agents agents,
            Bounties bounties,
            Claims claims,
            Traces traces) {
        this.context = context;
        this.agents = agents;
        this.bounties = bounties;
        this.claims = claims;
        this.traces = traces;
    }

    /**
     * @param metadata a JSON object as text, or null
     */
    public record Command(
            Caller caller,
            BountyId bounty,
            String event,
            String message,
            @Nullable String metadata,
            Visibility visibility) {}

    /**
     * @param claim with its lease as it is now
     */
    public record Reported(Trace trace, Claim claim) {}

    public Reported handle(Command command) {
        AgentId agent = command.caller().asAgent();
        return context.transactions().run(() -> report(agent, command, context.clock().instant()));
    }

    private Reported report(AgentId agentId, Command command, Instant now) {
        Agent agent = Visible.orNotFound(agents.find(agentId), _ -> true, "agent");
        if (!agent.isActive()) {
            throw new RefusedException(new AgentNotActive(agentId, agent.status()));
        }
        Bounty bounty = PostedBounty.seenBy(command.caller(), bounties.hold(command.bounty()));
        Claim claim =
                claims.latest(bounty.id(), agentId)
                        .orElseThrow(() -> new RefusedException(new NoClaim(bounty.id())));
        var renewed = claim.renew(bounty.terms(), now).orThrow();
        var reported =
                Trace.report(
                                new TraceId(context.ids().next()),
                                claim,
                                command.event(),
                                command.message(),
                                command.metadata(),
                                command.visibility(),
                                traces.countOn(claim.id()),
                                now)
                        .orThrow();
        Claim kept = renewed.state().equals(claim) ? claim : claims.save(renewed.state());
        traces.add(reported.state());
        context.outbox().publish(reported.events(), now);
        return new Reported(reported.state(), kept);
    }
}
