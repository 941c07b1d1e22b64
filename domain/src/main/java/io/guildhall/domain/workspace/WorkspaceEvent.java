package io.guildhall.domain.workspace;

import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;

/** Something that happened in a project; it belongs to the project's story. */
public interface WorkspaceEvent extends DomainEvent {

    ProjectId project();

    @Override
    default Subject story() {
        return new Subject(Subject.Kind.PROJECT, project().value());
    }
}
