package io.guildhall.application.repository;

import io.guildhall.application.workspace.Team;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import java.net.URI;

/** Finds the repository of a project for those who are in it. */
record ProjectRepository(Team team) {

    RepositoryName find(Caller caller, ProjectId id, Act act) {
        Project project = team.inside(caller, id, "project").mayDo(act).project();
        String address = project.plan().githubRepo();
        if (address == null) {
            throw new RefusedException(new ProjectHasNoRepository(id));
        }
        return RepositoryName.of(URI.create(address).getPath().substring(1))
                .orElseThrow(() -> new RefusedException(new ProjectHasNoRepository(id)));
    }

    /** The same where the project is to go on. */
    RepositoryName findOfOpen(Caller caller, ProjectId id, Act act) {
        team.inside(caller, id, "project").mayDo(act).project().mustBeOpen();
        return find(caller, id, act);
    }
}
