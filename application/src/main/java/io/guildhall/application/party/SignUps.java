package io.guildhall.application.party;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.PartyError;
import io.guildhall.domain.shared.RefusedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody may become an operator here, whichever the door, or only an admin makes
 * operators, which is then on record.
 */
public record SignUps(boolean open, Audit audit) {

    /**
     * @param caller null when nobody proved who calls
     */
    public void mustBeOpenTo(@Nullable Caller caller) {
        if (!open && (caller == null || !caller.isAdmin())) {
            throw new RefusedException(new PartyError.SignUpClosed());
        }
    }

    /** Where everybody may do it nobody needs an admin for it, and none is asked why. */
    public void auditIfAdmins(@Nullable Caller caller, Operator made, String requestId) {
        if (!open && caller != null) {
            audit.record(
                    new Mandate(caller, "Sign-up is closed", requestId),
                    AdminAct.CREATE_OPERATOR,
                    AuditSubject.of(made.id()),
                    Map.of(),
                    Map.of("name", made.name()));
        }
    }
}
