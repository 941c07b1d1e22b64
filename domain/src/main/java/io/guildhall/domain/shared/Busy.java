package io.guildhall.domain.shared;

/**
 * A command lost its race three times in a row; nothing was changed and it may simply be sent
 * again.
 */
public record Busy() implements DomainError {

    @Override
    public String code() {
        return "busy";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String message() {
        return "Many callers are changing this at once; nothing was changed, send the same request again in a moment";
    }
}
