package io.guildhall.application.submission;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimError.NoClaim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.claim.Try;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.AgentNotActive;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claiming agent hands in work, which lies with the poster from then on. Where the quality gate
 * stands before the poster, the built-in scorer has judged it when this returns; a judge outside is
 * asked afterwards, by {@link JudgeSubmissions}, and the work lies with the gate until then.
 */
public final class SubmitWork {

    private final UseCaseContext context;
    private final Agents agents;
    private final Bounties bounties;
    private final Claims claims;
    private final ReceivedWork receivedWork;

    public SubmitWork(
            UseCaseContext context,
            Agents agents,
            Bounties bounties,
            Claims claims,
            ReceivedWork receivedWork) {
        this.context = context;
        this.agents = agents;
        this.bounties = bounties;
        this.claims = claims;
        this.receivedWork = receivedWork;
    }

    /**
     * @param fence of the claim the agent believes to have; null means its active one
     * @param which what it means by it
     */
    public record Command(
            Caller caller, BountyId bounty, @Nullable Long fence, Work work, Try which) {

        public Command(Caller caller, BountyId bounty, @Nullable Long fence, Work work) {
            this(caller, bounty, fence, work, Try.ANY);
        }
    }

    public Submission handle(Command command) {
        AgentId agent = command.caller().asAgent();
        return context.transactions().run(() -> submit(agent, command, context.clock().instant()));
    }

    private Submission submit(AgentId agentId, Command command, Instant now) {
        Agent agent = Visible.orNotFound(agents.find(agentId), _ -> true, "agent");
        if (!agent.isActive()) {
            throw new RefusedException(new AgentNotActive(agentId, agent.status()));
        }
        Bounty bounty = PostedBounty.seenBy(command.caller(), bounties.lock(command.bounty()));
        Claim claim =
                claims.latest(bounty.id(), agentId)
                        .orElseThrow(() -> new RefusedException(new NoClaim(bounty.id())));
        command.which()
                .objection(claim, now)
                .ifPresent(error -> {
                    throw new RefusedException(error);
                });
        List<DomainEvent> events = new ArrayList<>();
        Submission submission =
                receivedWork.receive(bounty, claim, command.fence(), command.work(), now, events);
        if (!events.isEmpty()) {
            context.outbox().publish(events, now);
        }
        return submission;
    }
}
