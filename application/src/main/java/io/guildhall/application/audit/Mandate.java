package io.guildhall.application.audit;

import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;

/**
 * By what right something is done that is only an admin's to do: who asks for it, why, and by which
 * request.
 */
public record Mandate(Caller caller, String reason, String requestId) {

    public static final int REASON_MAX = 1_000;

    /** Refuses who is no admin, before anything is said of the rest, and one without a reason. */
    public void require() {
        caller.requireAdmin();
        new Invalid.Check().text(reason, "reason", 1, REASON_MAX).orThrow();
    }
}
