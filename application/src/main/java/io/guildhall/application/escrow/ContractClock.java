package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;

/**
 * Keeps beside a bounty until when its contract waits, whenever what the contract has said changes:
 * so whoever looks for what is due need not read what every contract has said.
 */
final class ContractClock {

    private final EscrowHolds holds;
    private final ChainFacts facts;

    ContractClock(EscrowHolds holds, ChainFacts facts) {
        this.holds = holds;
        this.facts = facts;
    }

    /**
     * @param bounty locked
     */
    void read(Bounty bounty) {
        EscrowHold hold = holds.find(bounty.id()).orElseThrow();
        var position = ContractPosition.of(facts.of(hold.onchainId()), bounty.terms());
        EscrowHold due = hold.due(position.waitsUntil());
        if (!due.equals(hold)) {
            holds.save(due);
        }
    }
}
