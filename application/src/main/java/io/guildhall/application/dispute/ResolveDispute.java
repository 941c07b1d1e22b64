package io.guildhall.application.dispute;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An arbiter rules, and the money moves in the same unit of work; where a contract holds it, as
 * soon as that has carried the ruling out.
 */
public final class ResolveDispute {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Disputes disputes;
    private final DecidedDispute decidedDispute;

    public ResolveDispute(
            UseCaseContext context,
            Bounties bounties,
            Disputes disputes,
            DecidedDispute decidedDispute) {
        this.context = context;
        this.bounties = bounties;
        this.disputes = disputes;
        this.decidedDispute = decidedDispute;
    }

    public record Command(Caller caller, DisputeId dispute, Ruling ruling, String notes) {}

    public Dispute handle(Command command) {
        OperatorId arbiter = command.caller().asArbiter();
        return context.transactions()
                .run(() -> resolve(arbiter, command, context.clock().instant()));
    }

    private Dispute resolve(OperatorId arbiter, Command command, Instant now) {
        var taken = SeenDispute.taken(command.caller(), command.dispute(), bounties, disputes);
        var ruled = taken.dispute().rule(command.ruling(), arbiter, command.notes(), now).orThrow();
        List<DomainEvent> events = new ArrayList<>(ruled.events());
        Dispute ended = carryOut(taken.bounty(), ruled.state(), command.ruling(), now, events);
        context.outbox().publish(events, now);
        return ended;
    }

    private Dispute carryOut(
            Bounty bounty, Dispute ruled, Ruling ruling, Instant now, List<DomainEvent> events) {
        if (!bounty.terms().isOnChain()) {
            return decidedDispute.carryOut(bounty, ruled, now, events);
        }
        context.orders().rule(bounty, ruled, ruling, now);
        return disputes.save(ruled);
    }
}
