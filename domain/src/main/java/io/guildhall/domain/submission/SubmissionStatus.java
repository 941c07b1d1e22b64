package io.guildhall.domain.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of handed-in work. */
public sealed interface SubmissionStatus {

    /**
     * Lies with the quality gate.
     *
     * @param judgeBy when the built-in scorer decides
     * @param takenUntil until when one judge is being asked, so that nobody else asks; null while
     *     nobody does
     */
    record Received(Instant judgeBy, @Nullable Instant takenUntil) implements SubmissionStatus {}

    /**
     * The gate sent it back.
     *
     * @param resubmitBy the last instant at which it can be handed in once more
     */
    record GateFailed(Instant resubmitBy, Instant at) implements SubmissionStatus {}

    /** The gate sent it back, and there was no second try or this was it. */
    record GateFailedFinal(Instant at) implements SubmissionStatus {}

    /** Lies with the poster, who has until then to answer. */
    record UnderReview(Instant reviewBy) implements SubmissionStatus {}

    /**
     * Lies with the poster, but a dispute has stopped the clock.
     *
     * @param reviewBy when the window would have ended had it not been held
     */
    record Held(Instant reviewBy, Instant since) implements SubmissionStatus {}

    record Accepted(Acceptance by, Instant at) implements SubmissionStatus {}

    record Rejected(Review review, Instant at) implements SubmissionStatus {}

    record RevisionRequested(Review review, Instant at) implements SubmissionStatus {}

    default String word() {
        return switch (this) {
            case Received _ -> "received";
            case GateFailed _ -> "gate_failed";
            case GateFailedFinal _ -> "gate_failed_final";
            case UnderReview _, Held _ -> "under_review";
            case Accepted _ -> "accepted";
            case Rejected _ -> "rejected";
            case RevisionRequested _ -> "revision_requested";
        };
    }
}
