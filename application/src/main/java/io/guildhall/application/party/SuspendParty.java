package io.guildhall.application.party;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.PartyError.AdminStays;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;
import java.util.Map;
import java.util.Optional;

/**
 * Stops an operator with all its agents, or one agent. Its keys and sessions may read from then on,
 * and give back what it holds; its claims, leases and timers go on, so that nobody else waits for
 * it; what it is owed is paid to its balance and stays there.
 *
 * <p>Suspending twice changes nothing and is accepted; the first reason stays.
 */
public final class SuspendParty {

    private final UseCaseContext context;
    private final KnownParties parties;
    private final Operators operators;
    private final Suspensions suspensions;
    private final Audit audit;

    public SuspendParty(
            UseCaseContext context,
            KnownParties parties,
            Operators operators,
            Suspensions suspensions,
            Audit audit) {
        this.context = context;
        this.parties = parties;
        this.operators = operators;
        this.suspensions = suspensions;
        this.audit = audit;
    }

    public record Command(Mandate mandate, Subject party) {}

    public Suspension handle(Command command) {
        command.mandate().require();
        return context.transactions().run(() -> suspend(command));
    }

    private Suspension suspend(Command command) {
        Subject party = command.party();
        parties.mustExist(party);
        Optional<Suspension> already = suspensions.find(party);
        if (already.isPresent()) {
            return already.get();
        }
        OperatorId admin = command.mandate().caller().operator();
        if (party.equals(Suspension.of(admin)) || isFirst(party)) {
            throw new RefusedException(new AdminStays());
        }
        var suspension =
                new Suspension(
                        party,
                        command.mandate().reason().strip(),
                        context.clock().instant(),
                        admin);
        suspensions.add(suspension);
        audit.record(
                command.mandate(),
                AdminAct.SUSPEND_PARTY,
                KnownParties.auditSubject(party),
                Map.of("suspended", "no"),
                Map.of("suspended", "yes"));
        return suspension;
    }

    private boolean isFirst(Subject party) {
        return operators
                .first()
                .filter(first -> party.equals(Suspension.of(first.id())))
                .isPresent();
    }
}
