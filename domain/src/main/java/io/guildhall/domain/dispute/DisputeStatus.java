package io.guildhall.domain.dispute;

import io.guildhall.domain.party.OperatorId;
import java.time.Instant;

/** How far a dispute has come; OPEN, ANSWERED and RULED wait for something, the others end it. */
public sealed interface DisputeStatus {

    /**
     * The other side has not spoken yet.
     *
     * @param answerBy from when on the arbiter may rule on what is there
     */
    record Open(Instant answerBy) implements DisputeStatus {}

    record Answered(Instant at) implements DisputeStatus {}

    /** Decided by an arbiter, the money not yet moved. */
    record Ruled(Decided decided) implements DisputeStatus {}

    record Executed(Decided decided, Instant at) implements DisputeStatus {}

    /** One side accepted the other's offer. */
    record Settled(int agentShareBps, Instant at) implements DisputeStatus {}

    /** Whoever opened it took it back; the work goes on. */
    record Withdrawn(Instant at) implements DisputeStatus {}

    /** No arbiter ruled in time. */
    record TimedOut(Ruling ruling, Instant at) implements DisputeStatus {}

    /** What an arbiter decided, and why. */
    record Decided(Ruling ruling, OperatorId arbiter, String notes, Instant at) {}

    default String word() {
        return switch (this) {
            case Open _ -> "open";
            case Answered _ -> "answered";
            case Ruled _ -> "ruled";
            case Executed _ -> "executed";
            case Settled _ -> "settled";
            case Withdrawn _ -> "withdrawn";
            case TimedOut _ -> "timed_out";
        };
    }
}
