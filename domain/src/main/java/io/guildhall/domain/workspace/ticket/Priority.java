package io.guildhall.domain.workspace.ticket;

import java.util.Locale;

/** How much a ticket presses; the later, the more. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
