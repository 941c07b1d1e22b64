package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent.BountyFrozen;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** Stops a bounty about which the contract and we do not agree, until an admin has looked. */
final class Freezer {

    private final EscrowHolds holds;

    Freezer(EscrowHolds holds) {
        this.holds = holds;
    }

    /** To be called while the bounty is locked; the first reason stays. */
    void freeze(Bounty bounty, String reason, Instant now, List<DomainEvent> events) {
        EscrowHold hold = holds.find(bounty.id()).orElseThrow();
        if (hold.frozen() == null) {
            holds.save(hold.freeze(reason, now));
            events.add(new BountyFrozen(bounty.id(), bounty.poster(), reason));
        }
    }
}
