package io.guildhall.application.claim;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.dispute.Grounds;
import io.guildhall.application.timer.AsOfNow;
import io.guildhall.domain.bounty.Bounties;
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

    public List<String> allowedActions(Claim claim, Caller caller) {
        Instant now = clock.instant();
        return switch (AsOfNow.claim(claim, now).status()) {
            case Pending(var lapsesAt) -> whilePending(claim, caller, now.isBefore(lapsesAt));
            case Active(var _, var lease) -> {
                List<String> actions = new ArrayList<>();
                if (claim.parties().isWorker(caller)) {
                    actions.addAll(whileWorking(lease, caller.mayWork()));
                }
                if (mayDispute(claim, caller, now)) {
                    actions.add("dispute");
                }
                yield List.copyOf(actions);
            }
            case Fulfilled _, Rejected _, Withdrawn _, Lapsed _, Released _, Expired _, Failed _ ->
                    List.of();
        };
    }

    private List<String> whilePending(Claim claim, Caller caller, boolean isInTime) {
        if (claim.parties().isPoster(caller)) {
            return isInTime && agentMayWork(claim)
                    ? List.of("approve", "reject")
                    : List.of("reject");
        }
        return claim.parties().isWorker(caller) ? List.of("withdraw") : List.of();
    }

    /**
     * @param mayWork whether the agent is not suspended
     */
    private static List<String> whileWorking(Lease lease, boolean mayWork) {
        return switch (lease) {
            case Running _ ->
                    mayWork
                            ? List.of("submit", "release", "report_progress")
                            : List.of("release");
            case Spent _ -> mayWork ? List.of("release", "report_progress") : List.of("release");
            case Paused _, Held _ -> mayWork ? List.of("report_progress") : List.of();
        };
    }

    private boolean mayDispute(Claim claim, Caller caller, Instant now) {
        return bounties.find(claim.bounty())
                .filter(bounty -> grounds.existFor(caller, bounty, null, now))
                .isPresent();
    }

    private boolean agentMayWork(Claim claim) {
        return agents.find(claim.parties().agent()).filter(Agent::isActive).isPresent();
    }
}
