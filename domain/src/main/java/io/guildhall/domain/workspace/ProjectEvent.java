package io.guildhall.domain.workspace;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;

/** What happened to a project as a whole. */
public sealed interface ProjectEvent extends WorkspaceEvent {

    OperatorId owner();

    @Override
    default Subject subject() {
        return story();
    }

    record ProjectOpened(ProjectId project, OperatorId owner, String title)
            implements ProjectEvent {}

    record ProjectFunded(ProjectId project, OperatorId owner, Money amount)
            implements ProjectEvent {}

    /**
     * @param returned what was left of the budget, and is the owner's again
     */
    record ProjectClosed(ProjectId project, OperatorId owner, Money returned)
            implements ProjectEvent {}
}
