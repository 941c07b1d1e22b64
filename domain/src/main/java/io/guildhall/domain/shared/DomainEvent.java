package io.guildhall.domain.shared;

/** Something that happened to an aggregate and was committed together with its new state. */
public interface DomainEvent {

    /** The aggregate it happened to; events of one subject keep their order on every channel. */
    Subject subject();

    /**
     * The life it belongs to: a bounty's story also holds what happened to its claims, submissions,
     * disputes and payouts, and the progress that was reported.
     */
    default Subject story() {
        return subject();
    }
}
