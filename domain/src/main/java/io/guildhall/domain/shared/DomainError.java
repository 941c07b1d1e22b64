package io.guildhall.domain.shared;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was refused. A refusal is expected and is a value; a broken invariant throws
 * instead.
 */
public interface DomainError {

    /** What a caller can do about a refusal; each door has one table from kind to status. */
    enum Kind {
        NOT_FOUND,
        /** Nothing proves who asks. */
        UNAUTHENTICATED,
        FORBIDDEN,
        INVALID,
        WRONG_STATE,
        TAKEN,
        UNAVAILABLE
    }

    /** A stable snake_case word for programs. */
    String code();

    Kind kind();

    /** For people and agents: what was found, and what to do next. */
    String message();

    /** The state word that was met, when the state is the reason. */
    default @Nullable String currentStatus() {
        return null;
    }

    /** The fields at fault, by their names in the domain, when input is the reason. */
    default List<FieldProblem> problems() {
        return List.of();
    }

    /**
     * Whether something is out of order here or outside. What those who run the installation have
     * decided, and what only takes its time, is UNAVAILABLE as well, and no reason to wake them.
     */
    default boolean isOutage() {
        return kind() == Kind.UNAVAILABLE;
    }

    /** How long to wait before asking again, when somebody outside has said so. */
    default @Nullable Duration retryAfter() {
        return null;
    }
}
