package io.guildhall.application.repository;

import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.workspace.ProjectId;

/** Nobody has said where the project's code lies. */
public record ProjectHasNoRepository(ProjectId project) implements DomainError {

    @Override
    public String code() {
        return "project_has_no_repository";
    }

    @Override
    public Kind kind() {
        return Kind.WRONG_STATE;
    }

    @Override
    public String message() {
        return "The project names no github_repo; ask its owner for a project that does";
    }
}
