package io.guildhall.application.dispute;

import io.guildhall.application.escrow.LeftToWallet;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.party.Caller;
import java.time.Instant;

/** Whoever opened a dispute takes it back, and the work goes on where it was interrupted. */
public final class WithdrawDispute {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final Disputes disputes;
    private final Interruption interruption;

    public WithdrawDispute(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            Disputes disputes,
            Interruption interruption) {
        this.context = context;
        this.bounties = bounties;
        this.claims = claims;
        this.disputes = disputes;
        this.interruption = interruption;
    }

    public record Command(Caller caller, DisputeId dispute) {}

    public Dispute handle(Command command) {
        return context.transactions().run(() -> withdraw(command, context.clock().instant()));
    }

    private Dispute withdraw(Command command, Instant now) {
        var taken = SeenDispute.taken(command.caller(), command.dispute(), bounties, disputes);
        Bounty bounty = taken.bounty();
        LeftToWallet.refuse(bounty, "opener", "withdrawDispute");
        var withdrawn = taken.dispute().withdraw(taken.side(command.caller()), now).orThrow();
        Claim claim = claims.find(withdrawn.state().claim()).orElseThrow();
        interruption.end(bounty, claim, now);
        Dispute saved = disputes.save(withdrawn.state());
        context.outbox().publish(withdrawn.events(), now);
        return saved;
    }
}
