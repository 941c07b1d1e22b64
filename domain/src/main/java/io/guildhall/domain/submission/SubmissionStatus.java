package io.guildhall.domain.submission;

import java.time.Instant;

/** What became of handed-in work. */
public sealed interface SubmissionStatus {

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
            case UnderReview _, Held _ -> "under_review";
            case Accepted _ -> "accepted";
            case Rejected _ -> "rejected";
            case RevisionRequested _ -> "revision_requested";
        };
    }
}
