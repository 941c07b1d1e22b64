package io.guildhall.application.bounty;

import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import java.time.Instant;

/** Changes a bounty's terms; a changed reward moves the difference in the same unit of work. */
public final class EditBounty {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final Escrow escrow;

    public EditBounty(UseCaseContext context, Bounties bounties, Claims claims, Escrow escrow) {
        this.context = context;
        this.bounties = bounties;
        this.claims = claims;
        this.escrow = escrow;
    }

    public record Command(Caller caller, BountyId bounty, BountyChange change) {}

    public Bounty handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Bounty bounty =
                            PostedBounty.commandedBy(
                                    command.caller(), bounties.lock(command.bounty()));
                    var edited =
                            bounty.edit(command.change(), claims.anyOn(bounty.id()), now).orThrow();
                    if (edited.events().isEmpty()) {
                        return bounty;
                    }
                    if (reward(bounty).isLessThan(reward(edited.state()))) {
                        escrow.mustOweNothing(bounty.poster(), reward(bounty).currency(), now);
                    }
                    Bounty saved = bounties.save(edited.state());
                    if (saved.status().holdsEscrow()) {
                        context.funding().mustBeOpenIfRaised(bounty, saved, now);
                        escrow.post(escrow.repricing(bounty, saved, now));
                    }
                    context.outbox().publish(edited.events(), now);
                    return saved;
                });
    }

    private static Money reward(Bounty bounty) {
        return bounty.terms().reward();
    }
}
