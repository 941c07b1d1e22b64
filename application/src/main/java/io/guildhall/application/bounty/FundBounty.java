package io.guildhall.application.bounty;

import io.guildhall.application.escrow.LeftToWallet;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import java.time.Instant;

/** Moves the reward from the poster's balance into escrow and opens the bounty. */
public final class FundBounty {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Escrow escrow;

    public FundBounty(UseCaseContext context, Bounties bounties, Escrow escrow) {
        this.context = context;
        this.bounties = bounties;
        this.escrow = escrow;
    }

    public record Command(Caller caller, BountyId bounty) {}

    public Bounty handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Bounty bounty =
                            PostedBounty.commandedBy(
                                    command.caller(), bounties.lock(command.bounty()));
                    LeftToWallet.refuse(bounty, "poster", "fundBounty");
                    context.funding()
                            .mustBeOpen(bounty.terms().rail(), bounty.terms().currency(), now);
                    escrow.mustOweNothing(bounty.poster(), bounty.terms().currency(), now);
                    var funded = bounty.fund(now).orThrow();
                    Bounty saved = bounties.save(funded.state());
                    escrow.take(saved, saved.terms().reward(), now);
                    context.outbox().publish(funded.events(), now);
                    return saved;
                });
    }
}
