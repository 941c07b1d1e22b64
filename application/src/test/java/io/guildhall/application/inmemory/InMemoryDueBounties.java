package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.DueBounties;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.shared.Timer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is due by asking everything for its timer. */
public final class InMemoryDueBounties implements DueBounties {

    private static final Comparator<BountyId> BY_ID =
            Comparator.<BountyId, UUID>comparing(BountyId::value, Rows.BY_BYTES);

    private final InMemoryBounties bounties;
    private final InMemoryClaims claims;
    private final InMemorySubmissions submissions;
    private final InMemoryDisputes disputes;
    private final InMemoryVaultOrders orders;
    private final InMemoryEscrowHolds holds;
    private final InMemoryChainTrail trail;

    public InMemoryDueBounties(
            InMemoryBounties bounties,
            InMemoryClaims claims,
            InMemorySubmissions submissions,
            InMemoryDisputes disputes,
            InMemoryVaultOrders orders,
            InMemoryEscrowHolds holds,
            InMemoryChainTrail trail) {
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.disputes = disputes;
        this.orders = orders;
        this.holds = holds;
        this.trail = trail;
    }

    /** What will happen on which bounty; null where time does nothing. */
    private record Timed(BountyId bounty, @Nullable Timer timer) {

        boolean isDue(Instant now) {
            return timer != null && timer.isDue(now);
        }
    }

    @Override
    public List<BountyId> due(Instant now, @Nullable BountyId after, int limit) {
        return Stream.of(
                        timed().filter(timed -> timed.isDue(now)).map(Timed::bounty),
                        refused(),
                        ruledThere(),
                        leftOver(now))
                .flatMap(ids -> ids)
                .filter(id -> after == null || BY_ID.compare(id, after) > 0)
                .distinct()
                .sorted(BY_ID)
                .limit(limit)
                .toList();
    }

    private Stream<BountyId> refused() {
        return orders.all().stream()
                .filter(order -> order.status() instanceof Failed)
                .map(VaultOrder::bounty)
                .filter(id -> bounties.find(id).orElseThrow().status().holdsEscrow());
    }

    /** Accepted here, and the contract is to be told how it is decided. */
    private Stream<BountyId> ruledThere() {
        return orders.all().stream()
                .filter(order ->
                        order.status() instanceof Waiting || order.status() instanceof Signed)
                .filter(order -> order.call() instanceof VaultCall.RuleDispute)
                .map(VaultOrder::bounty)
                .filter(id -> bounties.find(id).orElseThrow().status() instanceof Completed);
    }

    /** Their money lies at the contract, for too long now, though they are over here. */
    private Stream<BountyId> leftOver(Instant now) {
        return holds.funded().stream()
                .filter(hold -> isOver(hold.dueAt(), now))
                .map(EscrowHold::bounty)
                .filter(id -> bounties.find(id).orElseThrow().status().isTerminal());
    }

    private static boolean isOver(@Nullable Instant dueAt, Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    /** Its funding may be under way, or was not heard of yet. */
    private boolean mayBeFunded(Bounty bounty) {
        return bounty.terms().isOnChain()
                && bounty.status() instanceof AwaitingFunding(var fundBy)
                && trail.heardUntil().isBefore(fundBy);
    }

    /** A ruling that the contract contradicted stays what it was when the bounty is over. */
    private boolean isDisputed(BountyId bounty) {
        return bounties.find(bounty).orElseThrow().status() instanceof Disputed;
    }

    private Stream<Timed> timed() {
        return Stream.of(
                        bounties.all().stream()
                                .filter(bounty -> !mayBeFunded(bounty))
                                .map(bounty -> new Timed(bounty.id(), bounty.timer())),
                        claims.all().stream()
                                .map(claim -> new Timed(claim.bounty(), claim.timer())),
                        submissions.all().stream()
                                .map(submission ->
                                        new Timed(submission.bounty(), submission.timer())),
                        disputes.all().stream()
                                .filter(dispute -> isDisputed(dispute.bounty()))
                                .map(dispute -> new Timed(dispute.bounty(), dispute.timer())))
                .flatMap(timers -> timers);
    }
}
