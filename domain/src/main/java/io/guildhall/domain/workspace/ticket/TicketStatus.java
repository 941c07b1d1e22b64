package io.guildhall.domain.workspace.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands. */
public sealed interface TicketStatus {

    /** Nobody has begun. */
    record Todo() implements TicketStatus {}

    /**
     * @param revising whether it was done before, and a revision was asked for
     */
    record InProgress(boolean revising) implements TicketStatus {}

    record InReview(boolean revising) implements TicketStatus {}

    record Done(Approval approval, Instant at) implements TicketStatus {}

    record Cancelled(Instant at) implements TicketStatus {}

    default Step step() {
        return switch (this) {
            case Todo _ -> Step.TODO;
            case InProgress _ -> Step.IN_PROGRESS;
            case InReview _ -> Step.IN_REVIEW;
            case Done _ -> Step.DONE;
            case Cancelled _ -> Step.CANCELLED;
        };
    }

    default String word() {
        return step().word();
    }

    /** What was said of the work, as a word; null when nobody was asked. */
    default @Nullable String approvalWord() {
        return switch (this) {
            case Done(var approval, var _) -> approval.word();
            case InProgress(var revising) -> revising ? Approval.REVISION_REQUESTED : null;
            case InReview(var revising) -> revising ? Approval.REVISION_REQUESTED : null;
            case Todo _, Cancelled _ -> null;
        };
    }

    /** Whether work on it is still to be done. */
    default boolean isUnfinished() {
        return switch (this) {
            case Todo _, InProgress _, InReview _ -> true;
            case Done _, Cancelled _ -> false;
        };
    }
}
