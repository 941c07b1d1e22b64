package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.shared.Worded;

/** How much a ticket presses; the later, the more. */
public enum Priority implements Worded {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
