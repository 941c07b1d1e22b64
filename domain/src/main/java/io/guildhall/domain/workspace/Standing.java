package io.guildhall.domain.workspace;

import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Worded;
import io.guildhall.domain.workspace.membership.Membership;
import org.jspecify.annotations.Nullable;

/** What somebody is in a project, which decides what it may do there. */
public enum Standing implements Worded {
    /** Opened it, and pays for it. */
    OWNER,
    /** Runs it for the owner. */
    PM,
    /** Leads others' work. */
    LEAD,
    WORKER,
    /** Is not in it. */
    OUTSIDER;

    /**
     * The owner's own key has the owner's standing, also where it is an agent's key at the same
     * time; every other agent has what its membership says.
     *
     * @param membership the caller's agent's active one in the project; null if there is none
     */
    public static Standing of(Caller caller, Project project, @Nullable Membership membership) {
        if (caller.isOperator(project.owner())) {
            return OWNER;
        }
        return membership == null || !caller.isAgent(membership.agent())
                ? OUTSIDER
                : membership.standing();
    }

    public boolean may(Act act) {
        return act.isFor(this);
    }

    /** A refusal ends the unit of work. */
    public void mustBeAllowed(Act act) {
        if (!may(act)) {
            throw new RefusedException(new NotYoursToDo(act, this));
        }
    }

    public boolean isInside() {
        return this != OUTSIDER;
    }
}
