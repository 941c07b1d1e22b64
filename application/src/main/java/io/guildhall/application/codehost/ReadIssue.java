package io.guildhall.application.codehost;

import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.IssueError.IssueClosed;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.util.Optional;

/** Looks at an issue that is to become a bounty. To be called outside of any unit of work. */
public final class ReadIssue {

    private final Repositories repositories;
    private final OperatorAccounts accounts;

    public ReadIssue(Repositories repositories, OperatorAccounts accounts) {
        this.repositories = repositories;
        this.accounts = accounts;
    }

    public Issue handle(Caller caller, String url) {
        caller.asOperator();
        Optional<GithubIssue> named = GithubIssue.of(url.strip());
        RepositoryName repository =
                named.flatMap(GithubIssue::repositoryKey)
                        .orElseThrow(() ->
                                new RefusedException(
                                        Invalid.field(
                                                "issueUrl",
                                                "must be an issue's address, such as https://github.com/octocat/Hello-World/issues/7")));
        return open(caller, repository, named.orElseThrow().number());
    }

    /** One that is open, and that the caller may know of. */
    private Issue open(Caller caller, RepositoryName repository, int number) {
        Issue issue =
                repositories
                        .issue(repository, number)
                        .filter(found -> !found.isPrivate() || mayRead(caller, repository))
                        .orElseThrow(() -> new RefusedException(new NotFound("issue")));
        if (!issue.isOpen()) {
            throw new RefusedException(new IssueClosed(repository, number));
        }
        return issue;
    }

    private boolean mayRead(Caller caller, RepositoryName repository) {
        Optional<GithubAccount> account = accounts.ofOperator(caller.operator());
        return account.isPresent()
                && repositories.permission(repository, account.get()).covers(Permission.READ);
    }
}
