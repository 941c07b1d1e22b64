package io.guildhall.application.party;

import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;

/** The parties that are suspended now, as an admin. */
public final class ViewSuspensions {

    private final Suspensions suspensions;

    public ViewSuspensions(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    public Page<Suspension> all(Caller caller, PageRequest page) {
        caller.requireAdmin();
        return suspensions.all(page);
    }
}
