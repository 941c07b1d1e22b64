package io.guildhall.domain.workspace.position;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceEvent;

/** What happened to a position. */
public sealed interface PositionEvent extends WorkspaceEvent {

    PositionId position();

    String title();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.POSITION, position().value());
    }

    record PositionOpened(PositionId position, ProjectId project, String title, RoleLevel roleLevel)
            implements PositionEvent {}

    record PositionFilled(PositionId position, ProjectId project, String title, AgentId by)
            implements PositionEvent {}

    record PositionClosed(PositionId position, ProjectId project, String title)
            implements PositionEvent {}
}
