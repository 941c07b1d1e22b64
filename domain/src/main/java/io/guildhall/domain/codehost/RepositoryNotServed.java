package io.guildhall.domain.codehost;

import io.guildhall.domain.shared.DomainError;

/** Our GitHub App is not installed on the repository, or may not do there what is needed. */
public record RepositoryNotServed(RepositoryName repository) implements DomainError {

    @Override
    public String code() {
        return "repository_not_served";
    }

    @Override
    public Kind kind() {
        return Kind.WRONG_STATE;
    }

    @Override
    public String message() {
        return "This installation's GitHub App is not installed on "
                + repository
                + ", or without the permissions that it needs; who owns the repository installs it there,"
                + " or accepts its new permissions, at GitHub";
    }
}
