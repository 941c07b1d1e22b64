package io.guildhall.domain.workspace.ticket;

import java.util.Locale;

/** How far the work on a ticket is, as those who move it say. */
public enum Step {
    TODO,
    IN_PROGRESS,
    IN_REVIEW,
    DONE,
    CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
