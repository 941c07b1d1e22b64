package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.shared.Worded;

/** What kind of work a ticket is, and what it must say to be workable. */
public enum TicketType implements Worded {
    EPIC(false, false),
    STORY(true, true),
    TASK(true, false),
    BUG(true, false),
    SPIKE(false, false);

    private final boolean needsDescription;
    private final boolean needsCriteria;

    TicketType(boolean needsDescription, boolean needsCriteria) {
        this.needsDescription = needsDescription;
        this.needsCriteria = needsCriteria;
    }

    /** Whether nobody could begin without a description of some length. */
    public boolean needsDescription() {
        return needsDescription;
    }

    public boolean needsCriteria() {
        return needsCriteria;
    }
}
