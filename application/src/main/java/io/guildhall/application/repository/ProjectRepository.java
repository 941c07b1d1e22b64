package io.guildhall.application.repository;

import io.guildhall.application.repository.RepositoryAccessError.OwnerNotLinked;
import io.guildhall.application.repository.RepositoryAccessError.OwnerWithoutAccess;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import java.net.URI;

/**
 * Finds the repository of a project for those who are in it. A project can name any repository, so
 * that what its owner may do there at GitHub is asked each time: nobody else does more by it. To be
 * called outside of any unit of work.
 */
record ProjectRepository(Team team, OperatorAccounts accounts, Repositories repositories) {

    /** What is public may be read for anybody. */
    RepositoryName toRead(Caller caller, ProjectId id) {
        return allowed(project(caller, id, Act.SEE_REPOSITORY), Permission.READ);
    }

    /** Only where the project is to go on. */
    RepositoryName toWrite(Caller caller, ProjectId id) {
        Project project = project(caller, id, Act.TAKE_GITHUB_TOKEN);
        project.mustBeOpen();
        return allowed(project, Permission.WRITE);
    }

    private Project project(Caller caller, ProjectId id, Act act) {
        return team.inside(caller, id, "project").mayDo(act).project();
    }

    private RepositoryName allowed(Project project, Permission needed) {
        RepositoryName repository = named(project);
        // Asked first in any case: where our App is not, no account is to be linked in vain.
        boolean isPublic = repositories.isPublic(repository);
        if (!isPublic || needed != Permission.READ) {
            ownerMust(needed, project, repository);
        }
        return repository;
    }

    private static RepositoryName named(Project project) {
        String address = project.plan().githubRepo();
        if (address == null) {
            throw new RefusedException(new ProjectHasNoRepository(project.id()));
        }
        return RepositoryName.of(URI.create(address).getPath().substring(1))
                .orElseThrow(() -> new RefusedException(new ProjectHasNoRepository(project.id())));
    }

    private void ownerMust(Permission needed, Project project, RepositoryName repository) {
        GithubAccount account =
                accounts.ofOperator(project.owner())
                        .orElseThrow(
                                () -> new RefusedException(new OwnerNotLinked(repository, needed)));
        if (!repositories.permission(repository, account).covers(needed)) {
            throw new RefusedException(new OwnerWithoutAccess(repository, needed));
        }
    }
}
