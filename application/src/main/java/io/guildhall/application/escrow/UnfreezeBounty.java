package io.guildhall.application.escrow;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent.BountyUnfrozen;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.escrow.EscrowError.NotFrozen;
import io.guildhall.domain.escrow.EscrowError.NotOnChain;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.Freeze;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An admin has looked into a frozen bounty and lets it go on; who and why stays in its story. What
 * the contract refused before and is still to be told it is ordered to do again.
 */
public final class UnfreezeBounty {

    private static final int NOTE_MAX = 1_000;

    private final UseCaseContext context;
    private final Bounties bounties;
    private final EscrowHolds holds;
    private final Audit audit;

    public UnfreezeBounty(
            UseCaseContext context, Bounties bounties, EscrowHolds holds, Audit audit) {
        this.context = context;
        this.bounties = bounties;
        this.holds = holds;
        this.audit = audit;
    }

    /**
     * @param note what was found
     * @param requestId under which it is audited
     */
    public record Command(Caller caller, BountyId bounty, String note, String requestId) {}

    public Bounty handle(Command command) {
        command.caller().requireAdmin();
        new Invalid.Check().text(command.note(), "note", 1, NOTE_MAX).orThrow();
        return context.transactions().run(() -> unfreeze(command));
    }

    private Bounty unfreeze(Command command) {
        Bounty bounty =
                bounties.lock(command.bounty())
                        .orElseThrow(() -> new RefusedException(new NotFound("bounty")));
        EscrowHold hold =
                holds.find(bounty.id())
                        .orElseThrow(() -> new RefusedException(new NotOnChain(bounty.id())));
        Freeze frozen = hold.frozen();
        if (frozen == null) {
            throw new RefusedException(new NotFrozen(bounty.id()));
        }
        holds.save(hold.unfreeze());
        audit.record(
                new Mandate(command.caller(), command.note(), command.requestId()),
                AdminAct.UNFREEZE_BOUNTY,
                AuditSubject.of(bounty.id()),
                Map.of("frozen", frozen.reason()),
                Map.of("frozen", "no"));
        Instant now = context.clock().instant();
        context.orders().giveAgain(bounty, now);
        context.outbox()
                .publish(
                        List.of(
                                new BountyUnfrozen(
                                        bounty.id(),
                                        bounty.poster(),
                                        command.caller().operator(),
                                        command.note())),
                        now);
        return bounty;
    }
}
