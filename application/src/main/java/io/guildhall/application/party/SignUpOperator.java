package io.guildhall.application.party;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.Door;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.PartyError;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an operator and its first key. */
public final class SignUpOperator {

    private final UseCaseContext context;
    private final Operators operators;
    private final ApiKeys keys;
    private final Audit audit;
    private final boolean open;

    /**
     * @param open whether anybody may sign up, or only an admin creates operators
     */
    public SignUpOperator(
            UseCaseContext context, Operators operators, ApiKeys keys, Audit audit, boolean open) {
        this.context = context;
        this.operators = operators;
        this.keys = keys;
        this.audit = audit;
        this.open = open;
    }

    /**
     * @param caller null when nobody proved who calls, as is usual here
     * @param requestId under which it is audited where an admin does it
     */
    public record Command(
            @Nullable Caller caller, String name, String email, Door door, String requestId) {}

    /**
     * @param key shown now and never again
     */
    public record SignedUp(Operator operator, String key) {}

    /** Whether anybody may sign up here; else only an admin makes operators. */
    public boolean isOffered() {
        return open;
    }

    public SignedUp handle(Command command) {
        if (!open && (command.caller() == null || !command.caller().isAdmin())) {
            throw new RefusedException(new PartyError.SignUpClosed());
        }
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    var id = new OperatorId(context.ids().next());
                    var signedUp =
                            Operator.signUp(id, command.name(), command.email(), Set.of(), now)
                                    .orThrow();
                    operators.add(signedUp.state());
                    var minted = keys.mint(id, null, command.door(), now);
                    context.outbox().publish(signedUp.events(), now);
                    auditIfAdmins(command, signedUp.state());
                    return new SignedUp(signedUp.state(), minted.key());
                });
    }

    /** Where everybody may do it nobody needs an admin for it, and none is asked why. */
    private void auditIfAdmins(Command command, Operator made) {
        Caller caller = command.caller();
        if (!open && caller != null) {
            audit.record(
                    new Mandate(caller, "Sign-up is closed", command.requestId()),
                    AdminAct.CREATE_OPERATOR,
                    AuditSubject.of(made.id()),
                    Map.of(),
                    Map.of("name", made.name()));
        }
    }
}
