package io.guildhall.domain.progress;

import io.guildhall.domain.shared.DomainError;

/** The claim has as many reports as there may be. */
public record TooManyTraces(int max) implements DomainError {

    @Override
    public String code() {
        return "too_many_progress_reports";
    }

    @Override
    public Kind kind() {
        return Kind.WRONG_STATE;
    }

    @Override
    public String message() {
        return "A claim takes at most "
                + max
                + " progress reports, and has them; go on without: its lease is not renewed any more";
    }
}
