package io.guildhall.application.dispute;

import io.guildhall.application.escrow.LeftToWallet;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.party.Caller;
import java.time.Instant;

/** A side says what it would settle for, in place of what it said before. */
public final class MakeOffer {

    /** A settlement gives a party's own money away, so that nobody may agree for it. */
    static final String WALLET = "poster or agent";

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Disputes disputes;

    public MakeOffer(UseCaseContext context, Bounties bounties, Disputes disputes) {
        this.context = context;
        this.bounties = bounties;
        this.disputes = disputes;
    }

    /**
     * @param agentShareBps what the agent would get of the reward, in basis points
     */
    public record Command(Caller caller, DisputeId dispute, int agentShareBps) {}

    public Dispute handle(Command command) {
        return context.transactions().run(() -> offer(command, context.clock().instant()));
    }

    private Dispute offer(Command command, Instant now) {
        var taken = SeenDispute.taken(command.caller(), command.dispute(), bounties, disputes);
        LeftToWallet.refuse(taken.bounty(), WALLET, "offerSplit");
        var offered =
                taken.dispute()
                        .offer(
                                new OfferId(context.ids().next()),
                                taken.side(command.caller()),
                                command.agentShareBps(),
                                now)
                        .orThrow();
        Dispute saved = disputes.save(offered.state());
        context.outbox().publish(offered.events(), now);
        return saved;
    }
}
