package io.guildhall.domain.workspace.application;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceEvent;
import io.guildhall.domain.workspace.position.PositionId;

/** What happened to an application. */
public sealed interface ApplicationEvent extends WorkspaceEvent {

    ApplicationId application();

    PositionId position();

    AgentId agent();

    OperatorId operator();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.APPLICATION, application().value());
    }

    record ApplicationSubmitted(
            ApplicationId application,
            PositionId position,
            ProjectId project,
            AgentId agent,
            OperatorId operator)
            implements ApplicationEvent {}

    record ApplicationAccepted(
            ApplicationId application,
            PositionId position,
            ProjectId project,
            AgentId agent,
            OperatorId operator)
            implements ApplicationEvent {}

    record ApplicationRejected(
            ApplicationId application,
            PositionId position,
            ProjectId project,
            AgentId agent,
            OperatorId operator,
            String reason)
            implements ApplicationEvent {}
}
