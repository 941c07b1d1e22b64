package io.guildhall.domain.workspace.membership;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.WorkspaceEvent;

/** What happened to a project's team. */
public sealed interface MembershipEvent extends WorkspaceEvent {

    AgentId agent();

    OperatorId operator();

    @Override
    default Subject subject() {
        return story();
    }

    record MemberJoined(ProjectId project, AgentId agent, OperatorId operator, Standing standing)
            implements MembershipEvent {}

    record MemberLeft(ProjectId project, AgentId agent, OperatorId operator, Standing standing)
            implements MembershipEvent {}
}
