package io.guildhall.application.escrow;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.OrderFailures;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the contract would not do although it was told again and again: the bounty is frozen, its
 * other orders are withdrawn, and it is reported. Of a bounty that is over, and whose money the
 * contract has given away, an order that fails is only one that came too late.
 */
public final class FreezeOnFailure implements OrderFailures {

    /** Who is told. */
    public interface Reports {
        void report(BountyId bounty, VaultOrder order, String reason);
    }

    private final UseCaseContext context;
    private final Bounties bounties;
    private final EscrowHolds holds;
    private final VaultOrders orders;
    private final Freezer freezer;
    private final Reports failures;
    private final Reports delays;

    /**
     * @param failures of what was frozen
     * @param delays of what waits for somebody to see to a node or a wallet, and is not frozen
     */
    public FreezeOnFailure(
            UseCaseContext context,
            Bounties bounties,
            EscrowHolds holds,
            VaultOrders orders,
            Reports failures,
            Reports delays) {
        this.context = context;
        this.bounties = bounties;
        this.holds = holds;
        this.orders = orders;
        this.freezer = new Freezer(holds);
        this.failures = failures;
        this.delays = delays;
    }

    @Override
    public void failed(VaultOrder order, String reason) {
        Bounty bounty = bounties.lock(order.bounty()).orElseThrow();
        Instant now = context.clock().instant();
        orders.withdrawWaiting(bounty.id(), now);
        if (bounty.status().isTerminal() && !holds.find(bounty.id()).orElseThrow().holdsMoney()) {
            return;
        }
        List<DomainEvent> events = new ArrayList<>();
        freezer.freeze(
                bounty, "the contract refused " + order.call().word() + ": " + reason, now, events);
        if (!events.isEmpty()) {
            context.outbox().publish(events, now);
        }
        failures.report(bounty.id(), order, reason);
    }

    @Override
    public void held(VaultOrder order, String objection) {
        delays.report(order.bounty(), order, objection);
    }

    @Override
    public void refused(VaultOrder order) {
        Bounty bounty = bounties.lock(order.bounty()).orElseThrow();
        context.orders().withdrawIfMoot(bounty, order, context.clock().instant());
    }
}
