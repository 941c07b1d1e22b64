package io.guildhall.domain.comment;

import java.time.Instant;

/** Where a command in a comment stands; ANSWERED and DROPPED end it. */
public sealed interface CommentCommandStatus {

    /** Nothing has come of it yet. */
    record Heard(Instant dueAt) implements CommentCommandStatus {}

    /**
     * What it asked for is done or refused, and the answer is to be said.
     *
     * @param answer the whole comment
     */
    record Decided(String answer, Instant at, Instant dueAt) implements CommentCommandStatus {}

    /**
     * @param comment GitHub's number of our answer
     */
    record Answered(long comment, Instant at) implements CommentCommandStatus {}

    /** It is not answered. */
    record Dropped(String reason, Instant at) implements CommentCommandStatus {}

    default String word() {
        return switch (this) {
            case Heard _ -> "heard";
            case Decided _ -> "decided";
            case Answered _ -> "answered";
            case Dropped _ -> "dropped";
        };
    }
}
