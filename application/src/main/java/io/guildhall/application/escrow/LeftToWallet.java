package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.escrow.EscrowError.ClaimedOnChain;
import io.guildhall.domain.escrow.EscrowError.OnChainOnly;
import io.guildhall.domain.shared.RefusedException;

/**
 * What only somebody's own wallet can do when a contract holds the bounty's money. No order could
 * do it for them, so it is refused here.
 */
public final class LeftToWallet {

    private LeftToWallet() {}

    /**
     * @param wallet whose, such as {@code poster}
     * @param function of the contract that does it
     */
    public static void refuse(Bounty bounty, String wallet, String function) {
        if (bounty.terms().isOnChain()) {
            throw new RefusedException(new OnChainOnly(bounty.id(), wallet, function));
        }
    }

    public static void refuseClaim(Bounty bounty) {
        if (bounty.terms().isOnChain()) {
            throw new RefusedException(new ClaimedOnChain(bounty.id()));
        }
    }
}
