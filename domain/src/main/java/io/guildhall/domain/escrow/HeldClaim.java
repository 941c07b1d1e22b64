package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.ClaimId;

/**
 * What a claim on rail ESCROW is at the contract.
 *
 * @param fence the contract's number of it on its bounty, from 1; ours may differ
 * @param origin where on the chain it was made
 * @param isFinal whether enough blocks lie on it for it to stay
 */
public record HeldClaim(
        ClaimId claim,
        BountyId bounty,
        WalletAddress agent,
        long fence,
        Origin origin,
        boolean isFinal) {

    public HeldClaim madeAt(Origin place) {
        return new HeldClaim(claim, bounty, agent, fence, place, isFinal);
    }

    public HeldClaim madeFinalAt(Origin place) {
        return new HeldClaim(claim, bounty, agent, fence, place, true);
    }
}
