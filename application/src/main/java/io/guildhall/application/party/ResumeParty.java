package io.guildhall.application.party;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.party.PartyError.PartyNotSuspended;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;
import java.util.Map;

/** Lets a suspended party go on with everything that time has left it. */
public final class ResumeParty {

    private final UseCaseContext context;
    private final KnownParties parties;
    private final Suspensions suspensions;
    private final Audit audit;

    public ResumeParty(
            UseCaseContext context, KnownParties parties, Suspensions suspensions, Audit audit) {
        this.context = context;
        this.parties = parties;
        this.suspensions = suspensions;
        this.audit = audit;
    }

    public record Command(Mandate mandate, Subject party) {}

    /** What there was. */
    public Suspension handle(Command command) {
        command.mandate().require();
        return context.transactions().run(() -> resume(command));
    }

    private Suspension resume(Command command) {
        Subject party = command.party();
        parties.mustExist(party);
        Suspension ended =
                suspensions
                        .find(party)
                        .orElseThrow(() -> new RefusedException(new PartyNotSuspended()));
        if (!suspensions.lift(party)) {
            throw new RefusedException(new PartyNotSuspended());
        }
        audit.record(
                command.mandate(),
                AdminAct.RESUME_PARTY,
                KnownParties.auditSubject(party),
                Map.of("suspended", "yes", "reason", ended.reason()),
                Map.of("suspended", "no"));
        return ended;
    }
}
