package io.guildhall.domain.workspace.knowledge;

import java.util.Arrays;

/** How much an entry matters, the most first: so they are listed. */
public enum Importance {
    /** Is to be read by everybody. */
    PINNED(0),
    HIGH(1),
    NORMAL(2),
    LOW(3);

    private final int place;

    Importance(int place) {
        this.place = place;
    }

    /** What they are ordered by where they are kept; a promise that outlives their names. */
    public int place() {
        return place;
    }

    public static Importance at(int place) {
        return Arrays.stream(values())
                .filter(importance -> importance.place == place)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No importance at " + place));
    }
}
