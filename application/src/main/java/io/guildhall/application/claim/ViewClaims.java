package io.guildhall.application.claim;

import io.guildhall.application.bounty.PostedBounty;
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
import java.util.List;

/** Reading claims, and what the reader may do with each. */
public final class ViewClaims {

    private final Agents agents;
    private final Bounties bounties;
    private final Claims claims;
    private final InstantSource clock;

    public ViewClaims(Agents agents, Bounties bounties, Claims claims, InstantSource clock) {
        this.agents = agents;
        this.bounties = bounties;
        this.claims = claims;
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
        boolean poster = claim.parties().isPoster(caller);
        boolean worker = claim.parties().isWorker(caller);
        return switch (claim.status()) {
            case Pending(var lapsesAt) when poster ->
                    now.isBefore(lapsesAt) && agentMayWork(claim)
                            ? List.of("approve", "reject")
                            : List.of("reject");
            case Pending _ when worker -> List.of("withdraw");
            case Active(var _, Running(var endsAt)) when worker ->
                    now.isBefore(endsAt) && caller.mayWork()
                            ? List.of("submit", "release")
                            : List.of("release");
            case Active(var _, Spent _) when worker -> List.of("release");
            case Active(var _, Paused _) -> List.of();
            case Pending _,
                    Active _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    List.of();
        };
    }

    private boolean agentMayWork(Claim claim) {
        return agents.find(claim.parties().agent()).filter(Agent::isActive).isPresent();
    }
}
