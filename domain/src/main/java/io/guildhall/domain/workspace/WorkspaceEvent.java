package io.guildhall.domain.workspace;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import org.jspecify.annotations.Nullable;

/** Something that happened in a project; it belongs to the project's story. */
public interface WorkspaceEvent extends DomainEvent {

    ProjectId project();

    /**
     * The one agent that it concerns before all others in the project, such as a ticket's assignee;
     * null when it concerns all of them alike.
     */
    default @Nullable AgentId addressee() {
        return null;
    }

    @Override
    default Subject story() {
        return new Subject(Subject.Kind.PROJECT, project().value());
    }
}
