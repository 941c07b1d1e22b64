package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.claim.ClaimId;
import java.util.List;
import java.util.Optional;

/** What bounties and claims on rail ESCROW are at the contract. */
public interface EscrowHolds {

    void add(EscrowHold hold);

    Optional<EscrowHold> find(BountyId bounty);

    Optional<EscrowHold> find(OnchainId onchainId);

    void save(EscrowHold hold);

    void add(HeldClaim claim);

    Optional<HeldClaim> find(ClaimId claim);

    /** All claims of the bounty, oldest first. */
    List<HeldClaim> claimsOf(BountyId bounty);

    void save(HeldClaim claim);

    /** Claims of all bounties that could still be taken back by the chain, oldest first. */
    List<HeldClaim> notFinal();
}
