package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.escrow.EscrowError.ContractDiffers;
import io.guildhall.domain.shared.RefusedException;

/** How a fact that cannot be ends the unit of work that would have followed it. */
final class Contradiction {

    private Contradiction() {}

    /**
     * @param what the contract says, as people are told
     */
    static RefusedException differs(Bounty bounty, String what) {
        return new RefusedException(new ContractDiffers(bounty.id(), what));
    }
}
