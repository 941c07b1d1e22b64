package io.guildhall.domain.workspace.knowledge;

/** How much an entry matters, the most first: so they are listed. */
public enum Importance {
    /** Is to be read by everybody. */
    PINNED,
    HIGH,
    NORMAL,
    LOW
}
