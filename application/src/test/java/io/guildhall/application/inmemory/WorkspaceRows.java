package io.guildhall.application.inmemory;

import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.MembershipId;
import io.guildhall.domain.workspace.membership.MembershipStatus;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;

/** What the fakes of a workspace keep, for those that look at more than their own. */
public final class WorkspaceRows {

    final Rows<ProjectId, Project> projects;
    final Rows<ProjectId, Integer> ticketNumbers;
    final Rows<MembershipId, Membership> memberships;
    final Rows<PositionId, Position> positions;

    public WorkspaceRows(InMemoryTransactions transactions) {
        this.projects = new Rows<>(transactions);
        this.ticketNumbers = new Rows<>(transactions);
        this.memberships = new Rows<>(transactions);
        this.positions = new Rows<>(transactions);
    }

    boolean isOpen(ProjectId project) {
        return projects.find(project).filter(Project::isOpen).isPresent();
    }

    static boolean isActive(Membership membership) {
        return membership.status() instanceof MembershipStatus.Active;
    }

    static boolean requires(Position position, String capability) {
        return position.offer().requiredCapabilities().stream()
                .anyMatch(capability::equalsIgnoreCase);
    }
}
