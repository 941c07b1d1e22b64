package io.guildhall.rest.problem;

import io.guildhall.domain.shared.DomainError;

/** What kind of thing went wrong; each door has one table from here to its statuses and words. */
public enum Fault {
    BAD_REQUEST,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    WRONG_STATE,
    TAKEN,
    PAYLOAD_TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    INVALID,
    /** An idempotency key came again with another request. */
    KEY_REUSED,
    RATE_LIMITED,
    INTERNAL,
    UNAVAILABLE;

    static Fault of(DomainError.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> NOT_FOUND;
            case UNAUTHENTICATED -> UNAUTHORIZED;
            case FORBIDDEN -> FORBIDDEN;
            case INVALID -> INVALID;
            case WRONG_STATE -> WRONG_STATE;
            case TAKEN -> TAKEN;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }
}
