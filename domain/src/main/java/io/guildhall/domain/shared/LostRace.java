package io.guildhall.domain.shared;

/**
 * Somebody else saved the aggregate first: the unit of work is undone, loaded again and decided
 * again.
 */
public final class LostRace extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LostRace(String what) {
        super("Lost a race for " + what, null, false, false);
    }
}
