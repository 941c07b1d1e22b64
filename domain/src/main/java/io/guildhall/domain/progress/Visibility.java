package io.guildhall.domain.progress;

import io.guildhall.domain.shared.Worded;

/** Who may read a trace. */
public enum Visibility implements Worded {
    /** Whoever sees the bounty. */
    PUBLIC,
    /** The two sides of the work. */
    PRIVATE
}
