package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Worded;

/**
 * What a claim on rail ESCROW is at the contract.
 *
 * @param fence the contract's number of it on its bounty, from 1; ours may differ
 * @param stake what the agent's wallet locked for it, in usdc
 * @param origin where on the chain it was made
 * @param standing whether it can still be taken back by the chain
 */
public record HeldClaim(
        ClaimId claim,
        BountyId bounty,
        WalletAddress agent,
        long fence,
        Money stake,
        Origin origin,
        Standing standing) {

    /** How sure it is. */
    public enum Standing implements Worded {
        /** In a block that could still be replaced by another. */
        PENDING,
        /** Enough blocks lie on it for it to stay. */
        FINAL,
        /** The chain does not know it any more. */
        TAKEN_BACK
    }

    public HeldClaim madeAt(Origin place) {
        return new HeldClaim(claim, bounty, agent, fence, stake, place, standing);
    }

    public HeldClaim madeFinalAt(Origin place) {
        return new HeldClaim(claim, bounty, agent, fence, stake, place, Standing.FINAL);
    }

    public HeldClaim takenBack() {
        return new HeldClaim(claim, bounty, agent, fence, stake, origin, Standing.TAKEN_BACK);
    }

    public boolean isFinal() {
        return standing == Standing.FINAL;
    }
}
