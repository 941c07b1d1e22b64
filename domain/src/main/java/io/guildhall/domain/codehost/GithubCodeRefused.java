package io.guildhall.domain.codehost;

import io.guildhall.domain.shared.DomainError;

/** GitHub does not know the code that somebody came back with. */
public record GithubCodeRefused() implements DomainError {

    @Override
    public String code() {
        return "github_code_refused";
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String message() {
        return "GitHub did not take the code: it was used, is too old, or is not one of its own; begin again where the address came from";
    }
}
