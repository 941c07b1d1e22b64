package io.guildhall.bootstrap.observation;

import java.util.Locale;

/** At which door a path is. */
enum Doorway {
    OPENPOD("/api/agent/v1"),
    OPENBOUNTY("/api"),
    JOBTOBOT("/v1/tasks"),
    MERGEBOUNTY("/v1"),
    NONE("");

    private final String start;

    Doorway(String start) {
        this.start = start;
    }

    /** The first that it begins with: those that lie within another's come before it. */
    static Doorway of(String path) {
        for (Doorway door : values()) {
            if (path.equals(door.start) || path.startsWith(door.start + "/")) {
                return door;
            }
        }
        return NONE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
