package io.guildhall.application.claim;

import io.guildhall.application.escrow.LeftToWallet;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The agent gives the work back, and the bounty is open again at once. */
public final class ReleaseClaim {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final EndedClaim endedClaim;

    public ReleaseClaim(
            UseCaseContext context, Bounties bounties, Claims claims, EndedClaim endedClaim) {
        this.context = context;
        this.bounties = bounties;
        this.claims = claims;
        this.endedClaim = endedClaim;
    }

    public record Command(Caller caller, ClaimId claim, String reason) {}

    public Claim handle(Command command) {
        return context.transactions().run(() -> release(command, context.clock().instant()));
    }

    private Claim release(Command command, Instant now) {
        Claim seen = SeenClaim.byWorker(command.caller(), claims.find(command.claim()));
        Bounty bounty = bounties.lock(seen.bounty()).orElseThrow();
        LeftToWallet.refuse(bounty, "agent", "releaseClaim");
        Claim claim = claims.find(seen.id()).orElseThrow();
        List<DomainEvent> events = new ArrayList<>();
        Claim released = endedClaim.release(bounty, claim, command.reason(), now, events);
        context.outbox().publish(events, now);
        return released;
    }
}
