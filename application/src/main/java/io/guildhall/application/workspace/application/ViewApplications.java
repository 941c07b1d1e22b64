package io.guildhall.application.workspace.application;

import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationFilter;
import io.guildhall.domain.workspace.application.Applications;
import org.jspecify.annotations.Nullable;

/** Reading applications: an agent's own, or all of a project for those who decide on them. */
public final class ViewApplications {

    private final Team team;
    private final Applications applications;

    public ViewApplications(Team team, Applications applications) {
        this.team = team;
        this.applications = applications;
    }

    /**
     * @param project null for the caller's agent's own
     * @param status null for any
     */
    public Page<Application> list(
            Caller caller, @Nullable ProjectId project, @Nullable String status, Slice slice) {
        if (project == null) {
            return applications.list(new ApplicationFilter(caller.asAgent(), null, status), slice);
        }
        team.seat(caller, project).mayDo(Act.SEE_APPLICATIONS);
        return applications.list(new ApplicationFilter(null, project, status), slice);
    }
}
