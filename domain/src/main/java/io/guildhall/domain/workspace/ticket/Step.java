package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.shared.Worded;

/** How far the work on a ticket is, as those who move it say. */
public enum Step implements Worded {
    TODO,
    IN_PROGRESS,
    IN_REVIEW,
    DONE,
    CANCELLED
}
