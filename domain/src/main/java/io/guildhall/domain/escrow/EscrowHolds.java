package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What bounties and claims on rail ESCROW are at the contract. Changed only while the bounty is
 * locked.
 */
public interface EscrowHolds {

    void add(EscrowHold hold);

    Optional<EscrowHold> find(BountyId bounty);

    Optional<EscrowHold> find(OnchainId onchainId);

    /** What follows from the bounty (its id, its poster's wallet) never changes. */
    void save(EscrowHold hold);

    /** All bounties that the contract holds money for, as far as we know. */
    List<EscrowHold> funded();

    List<EscrowHold> frozen();

    /**
     * Those that no money has come for, as far as we know, and whose bounty was made since then.
     */
    List<EscrowHold> unfunded(Instant since);

    /** Those whose bounty is not over here, or whose money lies at the contract even so. */
    List<EscrowHold> underWay();

    /**
     * Those whose bounty names an issue on GitHub ({@link io.guildhall.domain.bounty.GithubIssue})
     * and has been funded, newest first.
     *
     * @param status a bounty's status word, or null for any
     */
    Page<EscrowHold> withIssue(@Nullable String status, PageRequest page);

    void add(HeldClaim claim);

    Optional<HeldClaim> find(ClaimId claim);

    /** All claims of the bounty, oldest first. */
    List<HeldClaim> claimsOf(BountyId bounty);

    void save(HeldClaim claim);

    /** PENDING claims of all bounties, oldest first. */
    List<HeldClaim> pendingClaims();
}
