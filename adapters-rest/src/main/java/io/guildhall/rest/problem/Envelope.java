package io.guildhall.rest.problem;

import java.util.List;

/** How one door tells a problem: its statuses, its words, the form of its body. */
public interface Envelope {

    /** The paths under which the door answers, such as {@code /api}. */
    List<String> bases();

    int status(Fault fault);

    /** What is written as JSON. */
    Object body(Problem problem, String requestId);
}
