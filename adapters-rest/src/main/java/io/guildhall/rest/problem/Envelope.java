package io.guildhall.rest.problem;

import io.guildhall.application.access.Door;

/** How one door tells a problem: its statuses, its words, the form of its body. */
public interface Envelope {

    Door door();

    int status(Problem problem);

    /**
     * Whether a key that nobody has is only refused where the route wants to know who calls, since
     * at this path something else may be wrong that is to be told first, or nobody need show one.
     */
    default boolean tellsOfUnknownKeysLater(String path) {
        return false;
    }

    /** What is written as JSON. */
    Object body(Problem problem, String requestId);
}
