package io.guildhall.domain.quality;

import java.util.Optional;

/**
 * A judge outside the market, such as a language model. Asking it can take seconds and cost money,
 * so nobody asks it inside a unit of work, and the {@link BuiltInScorer} stands in for it.
 */
public interface QualityGate {

    /** Whether there is anybody to ask; if not, the built-in scorer judges at once. */
    boolean isOffered();

    /**
     * Asks once, within a time limit of its own, and keeps nothing.
     *
     * @return empty when it does not answer in time, what it answers is no verdict, or what may be
     *     spent on it is spent
     */
    Optional<GateVerdict> judge(GateCase gateCase);
}
