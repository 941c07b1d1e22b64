package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What bounties and claims are at the contract, in memory. */
public final class InMemoryEscrowHolds implements EscrowHolds {

    private final Bounties bounties;
    private final Rows<BountyId, EscrowHold> holds;
    private final Rows<ClaimId, HeldClaim> claims;

    public InMemoryEscrowHolds(InMemoryTransactions transactions, Bounties bounties) {
        this.bounties = bounties;
        this.holds = new Rows<>(transactions);
        this.claims = new Rows<>(transactions);
    }

    @Override
    public void add(EscrowHold hold) {
        if (find(hold.onchainId()).isPresent()) {
            throw new IllegalStateException("There is one already: " + hold.onchainId());
        }
        holds.add(hold.bounty(), hold);
    }

    @Override
    public Optional<EscrowHold> find(BountyId bounty) {
        return holds.find(bounty);
    }

    @Override
    public Optional<EscrowHold> find(OnchainId onchainId) {
        return holds.where(hold -> hold.onchainId().equals(onchainId)).stream().findFirst();
    }

    @Override
    public void save(EscrowHold hold) {
        EscrowHold kept = holds.find(hold.bounty()).orElseThrow();
        holds.put(
                hold.bounty(),
                new EscrowHold(
                        kept.bounty(),
                        kept.onchainId(),
                        kept.poster(),
                        kept.feeAccount(),
                        hold.fundedBy(),
                        hold.endedBy(),
                        hold.dueAt(),
                        hold.frozen()));
    }

    @Override
    public List<EscrowHold> funded() {
        return oldestFirst(hold -> hold.fundedBy() != null);
    }

    @Override
    public List<EscrowHold> frozen() {
        return oldestFirst(hold -> hold.frozen() != null);
    }

    @Override
    public List<EscrowHold> unfunded(Instant since) {
        return oldestFirst(hold ->
                hold.fundedBy() == null
                        && !bounties.find(hold.bounty()).orElseThrow().createdAt().isBefore(since));
    }

    @Override
    public List<EscrowHold> underWay() {
        return oldestFirst(hold ->
                hold.holdsMoney()
                        || !bounties.find(hold.bounty()).orElseThrow().status().isTerminal());
    }

    @Override
    public Page<EscrowHold> withIssue(@Nullable String status, PageRequest page) {
        return holds.newestFirst(
                hold -> isListed(bounties.find(hold.bounty()).orElseThrow(), status),
                hold -> hold.bounty().value(),
                page);
    }

    @Override
    public void add(HeldClaim claim) {
        boolean isTaken =
                claimsOf(claim.bounty()).stream()
                        .anyMatch(other ->
                                other.fence() == claim.fence()
                                        && other.standing() != Standing.TAKEN_BACK);
        if (isTaken) {
            throw new IllegalStateException("There is a claim with fence " + claim.fence());
        }
        claims.add(claim.claim(), claim);
    }

    @Override
    public Optional<HeldClaim> find(ClaimId claim) {
        return claims.find(claim);
    }

    @Override
    public List<HeldClaim> claimsOf(BountyId bounty) {
        return inOrder(claim -> claim.bounty().equals(bounty));
    }

    @Override
    public void save(HeldClaim claim) {
        claims.put(claim.claim(), claim);
    }

    @Override
    public List<HeldClaim> pendingClaims() {
        return inOrder(claim -> claim.standing() == Standing.PENDING);
    }

    private List<EscrowHold> oldestFirst(Predicate<EscrowHold> condition) {
        return holds.where(condition).stream()
                .sorted(Comparator.comparing(hold -> hold.bounty().value(), Rows.BY_BYTES))
                .toList();
    }

    private List<HeldClaim> inOrder(Predicate<HeldClaim> condition) {
        return claims.where(condition).stream()
                .sorted(Comparator.comparing(claim -> claim.claim().value(), Rows.BY_BYTES))
                .toList();
    }

    private static boolean isListed(Bounty bounty, @Nullable String status) {
        String url = bounty.terms().issueUrl();
        return url != null
                && GithubIssue.of(url).isPresent()
                && bounty.wasOpened()
                && (status == null || status.equals(bounty.status().word()));
    }
}
