package io.guildhall.application.bounty;

import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.escrow.LeftToWallet;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a bounty off the market: the reward goes back whole, and waiting requests are rejected. */
public final class CancelBounty {

    private static final String REQUESTS_REJECTED_BECAUSE = "bounty_cancelled";

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final EndedClaim endedClaim;
    private final Escrow escrow;

    public CancelBounty(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            EndedClaim endedClaim,
            Escrow escrow) {
        this.context = context;
        this.bounties = bounties;
        this.claims = claims;
        this.endedClaim = endedClaim;
        this.escrow = escrow;
    }

    public record Command(Caller caller, BountyId bounty, String reason) {}

    public Bounty handle(Command command) {
        return context.transactions().run(() -> cancel(command, context.clock().instant()));
    }

    private Bounty cancel(Command command, Instant now) {
        List<DomainEvent> events = new ArrayList<>();
        Bounty found = PostedBounty.commandedBy(command.caller(), bounties.lock(command.bounty()));
        if (found.status().holdsEscrow()) {
            LeftToWallet.refuse(found, "poster", "cancelBounty");
        }
        Bounty bounty = endedClaim.ifOver(found, now, events);
        var cancelled =
                bounty.cancel(command.reason(), leaseEndsAt(bounty.activeClaim()), now).orThrow();
        Bounty saved = bounties.save(cancelled.state());
        events.addAll(cancelled.events());
        for (Claim pending : claims.pendingOn(bounty.id())) {
            var rejected = pending.reject(REQUESTS_REJECTED_BECAUSE, now).orThrow();
            claims.save(rejected.state());
            events.addAll(rejected.events());
        }
        if (bounty.status().holdsEscrow()) {
            escrow.giveBack(bounty, bounty.terms().reward(), now);
        }
        context.outbox().publish(events, now);
        return saved;
    }

    private @Nullable Instant leaseEndsAt(@Nullable ClaimId active) {
        return active == null ? null : claims.find(active).orElseThrow().leaseEndsAt();
    }
}
