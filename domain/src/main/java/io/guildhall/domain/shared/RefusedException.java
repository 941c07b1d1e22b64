package io.guildhall.domain.shared;

/**
 * Carries a refusal out of a use case and ends its unit of work; made only where a decision is
 * unwrapped.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DomainError error;

    public RefusedException(DomainError error) {
        // No stack trace: a refusal is an ordinary answer, and a lost race makes hundreds of them.
        super(error.message(), null, false, false);
        this.error = error;
    }

    public DomainError error() {
        return error;
    }
}
