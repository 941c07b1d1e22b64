package io.guildhall.application.claim;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Expired;
import io.guildhall.domain.claim.ClaimStatus.Failed;
import io.guildhall.domain.claim.ClaimStatus.Fulfilled;
import io.guildhall.domain.claim.ClaimStatus.Lapsed;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.ClaimStatus.Rejected;
import io.guildhall.domain.claim.ClaimStatus.Released;
import io.guildhall.domain.claim.ClaimStatus.Withdrawn;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.claim.Lease;
import io.guildhall.domain.claim.Lease.Held;
import io.guildhall.domain.claim.Lease.Paused;
import io.guildhall.domain.claim.Lease.Retrying;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Reading claims, and what the reader may do with each. */
public final class ViewClaims {

    /** All that an agent may still do when it is suspended. */
    private static final String RELEASE = "release";

    private final Agents agents;
    private final Bounties bounties;
    private final Claims claims;
    private final Grounds grounds;
    private final InstantSource clock;

    public ViewClaims(
            Agents agents, Bounties bounties, Claims claims, Grounds grounds, InstantSource clock) {
        this.agents = agents;
        this.bounties = bounties;
        this.claims = claims;
        this.grounds = grounds;
        this.clock = clock;
    }

    public Claim find(Caller caller, ClaimId id) {
        return SeenClaim.by(caller, claims.find(id));
    }

    public Page<Claim> onBounty(Caller caller, BountyId bounty, PageRequest page) {
        PostedBounty.seenBy(caller, bounties.find(bounty));
        return claims.onBounty(bounty, caller, page);
    }

    /** The calling agent's own. */
    public Page<Claim> own(Caller caller, PageRequest page) {
        return claims.ofAgent(caller.asAgent(), page);
    }

    public List<String> allowedActions(Claim claim, Caller caller) {
        Instant now = clock.instant();
        return switch (claim.status()) {
            case Pending(var lapsesAt) -> whilePending(claim, caller, now.isBefore(lapsesAt));
            case Active(var _, var lease) -> {
                Bounty bounty = bounties.find(claim.bounty()).orElseThrow();
                // Where a contract holds the money its agent's wallet releases it there.
                boolean canRelease = !bounty.terms().isOnChain();
                boolean canDispute = grounds.existFor(caller, bounty, null, now);
                yield whileActive(claim, lease, caller, canRelease, canDispute, now);
            }
            case Fulfilled _, Rejected _, Withdrawn _, Lapsed _, Released _, Expired _, Failed _ ->
                    List.of();
        };
    }

    /**
     * The same for a claim that its agent has made just now, without another look at its bounty: no
     * contract holds that one's money, and nobody has disputed it yet.
     */
    public List<String> allowedActionsWhenMade(Claim claim, Caller agent) {
        Instant now = clock.instant();
        return claim.status() instanceof Active(var _, var lease)
                ? whileActive(claim, lease, agent, true, claim.hold(now).isAccepted(), now)
                : allowedActions(claim, agent);
    }

    private static List<String> whileActive(
            Claim claim,
            Lease lease,
            Caller caller,
            boolean canRelease,
            boolean canDispute,
            Instant now) {
        List<String> actions = new ArrayList<>();
        if (claim.parties().isWorker(caller)) {
            whileWorking(lease, now).stream()
                    .filter(action -> action.equals(RELEASE) ? canRelease : caller.mayWork())
                    .forEach(actions::add);
        }
        if (canDispute) {
            actions.add("dispute");
        }
        return List.copyOf(actions);
    }

    private List<String> whilePending(Claim claim, Caller caller, boolean isInTime) {
        if (claim.parties().isPoster(caller)) {
            return isInTime && agentMayWork(claim)
                    ? List.of("approve", "reject")
                    : List.of("reject");
        }
        return claim.parties().isWorker(caller) ? List.of("withdraw") : List.of();
    }

    private static List<String> whileWorking(Lease lease, Instant now) {
        return switch (lease) {
            case Running(var endsAt) ->
                    now.isBefore(endsAt)
                            ? List.of("submit", RELEASE, "report_progress")
                            : List.of();
            case Retrying retrying ->
                    retrying.isOver(now)
                            ? List.of()
                            : List.of("submit", RELEASE, "report_progress");
            case Spent(var endsAt) ->
                    now.isBefore(endsAt)
                            ? List.of(RELEASE, "report_progress")
                            : List.of("report_progress");
            case Paused _, Held _ -> List.of("report_progress");
        };
    }

    private boolean agentMayWork(Claim claim) {
        return agents.find(claim.parties().agent()).filter(Agent::isActive).isPresent();
    }
}
