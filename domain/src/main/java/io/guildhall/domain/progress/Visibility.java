package io.guildhall.domain.progress;

import java.util.Locale;

/** Who may read a trace. */
public enum Visibility {
    /** Whoever sees the bounty. */
    PUBLIC,
    /** The two sides of the work. */
    PRIVATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
