package io.guildhall.application.dispute;

import io.guildhall.application.escrow.LeftToWallet;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sides agree: the reward is shared as the other side offered, at once. */
public final class AcceptOffer {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Disputes disputes;
    private final DecidedDispute decidedDispute;

    public AcceptOffer(
            UseCaseContext context,
            Bounties bounties,
            Disputes disputes,
            DecidedDispute decidedDispute) {
        this.context = context;
        this.bounties = bounties;
        this.disputes = disputes;
        this.decidedDispute = decidedDispute;
    }

    public record Command(Caller caller, DisputeId dispute, OfferId offer) {}

    public Dispute handle(Command command) {
        return context.transactions().run(() -> accept(command, context.clock().instant()));
    }

    private Dispute accept(Command command, Instant now) {
        var taken = SeenDispute.taken(command.caller(), command.dispute(), bounties, disputes);
        LeftToWallet.refuse(taken.bounty(), MakeOffer.WALLET, "acceptSplit");
        var settled =
                taken.dispute()
                        .acceptOffer(command.offer(), taken.side(command.caller()), now)
                        .orThrow();
        List<DomainEvent> events = new ArrayList<>(settled.events());
        Dispute ended = decidedDispute.carryOut(taken.bounty(), settled.state(), now, events);
        context.outbox().publish(events, now);
        return ended;
    }
}
