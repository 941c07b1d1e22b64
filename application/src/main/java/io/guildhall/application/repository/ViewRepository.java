package io.guildhall.application.repository;

import io.guildhall.application.workspace.Team;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.PullRequestFilter;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.workspace.ProjectId;
import java.util.List;

/** What there is in a project's repository at GitHub, which is asked each time. */
public final class ViewRepository {

    private final ProjectRepository projects;
    private final Repositories repositories;

    public ViewRepository(Team team, OperatorAccounts accounts, Repositories repositories) {
        this.projects = new ProjectRepository(team, accounts, repositories);
        this.repositories = repositories;
    }

    public record PullRequests(RepositoryName repository, List<PullRequest> all) {
        public PullRequests {
            all = List.copyOf(all);
        }
    }

    public PullRequests pullRequests(Caller caller, ProjectId project, PullRequestFilter filter) {
        RepositoryName repository = projects.toRead(caller, project);
        return new PullRequests(repository, repositories.pullRequests(repository, filter));
    }
}
