package io.guildhall.application.claim;

import io.guildhall.application.ledger.Escrow;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/**
 * Ends an active claim whose lease is over, so that it stands in nobody's way: what is due is done
 * before what is asked.
 */
public final class OverdueClaim {

    private final Bounties bounties;
    private final Claims claims;
    private final Escrow escrow;

    public OverdueClaim(Bounties bounties, Claims claims, Escrow escrow) {
        this.bounties = bounties;
        this.claims = claims;
        this.escrow = escrow;
    }

    /**
     * @param events where what happened is added
     * @return the bounty as it is then, unchanged if nothing is overdue
     */
    public Bounty end(Bounty bounty, Instant now, List<DomainEvent> events) {
        ClaimId active = bounty.activeClaim();
        if (active == null) {
            return bounty;
        }
        return switch (claims.find(active).orElseThrow().end(now)) {
            case Decision.Refused<Claim> _ -> bounty;
            case Decision.Accepted<Claim>(var ended, var happened) -> {
                events.addAll(happened);
                yield reopen(bounty, ended, now, events);
            }
        };
    }

    /** Saves a claim that has ended without accepted work and gives its slot back. */
    Bounty reopen(Bounty bounty, Claim ended, Instant now, List<DomainEvent> events) {
        var reopened = bounty.reopen(now).orThrow();
        Bounty saved = bounties.save(reopened.state());
        claims.save(ended);
        events.addAll(reopened.events());
        if (saved.status() instanceof Expired) {
            escrow.giveBack(saved, saved.terms().reward(), now);
        }
        return saved;
    }
}
