package io.guildhall.domain.codehost;

import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What repositories at GitHub hold, and what our App says and gives there. It is outside: nobody
 * asks it inside a unit of work. Every question is refused with {@link RepositoryNotServed} where
 * our App is not installed, with {@link GithubUnavailable} while GitHub does not answer or asks us
 * to wait, and with {@link io.guildhall.domain.party.PartyError.GithubNotSetUp} where no App is set
 * up, each as a {@link RefusedException}.
 */
public interface Repositories {

    /** So many pull requests are told at once, the newest ones. */
    int PULL_REQUESTS_MAX = 100;

    /** Whether it is for everybody to read. */
    boolean isPublic(RepositoryName repository);

    /** Empty as well for a number that is a pull request's. */
    Optional<Issue> issue(RepositoryName repository, int number);

    Optional<PullRequest> pullRequest(RepositoryName repository, int number);

    /** Who closed a pull request without merging it; empty where that is not told. */
    Optional<GithubAccount> closedBy(RepositoryName repository, int number);

    /**
     * Whether it is our own App, as which everything is done that is done with a {@link #token}.
     */
    boolean isOurApp(RepositoryName repository, GithubAccount account);

    /** At most {@link #PULL_REQUESTS_MAX}, the newest first. */
    List<PullRequest> pullRequests(RepositoryName repository, PullRequestFilter filter);

    /** What ran on a commit, or is to; without any check for a commit that is not there. */
    Checks checks(RepositoryName repository, String sha);

    /**
     * The oldest first, and empty where there is no such pull request. Where there are very many,
     * it is the last ones that are told.
     */
    List<ReviewVerdict> reviews(RepositoryName repository, int number);

    Permission permission(RepositoryName repository, GithubAccount account);

    /**
     * Says something on an issue or a pull request. After {@link GithubUnavailable} it may have
     * been said or not: {@link #ownComments} tells.
     *
     * @return the number of the comment
     * @throws RefusedException with {@link CommentRefused} where nobody can say anything
     */
    long comment(RepositoryName repository, int number, String text);

    /** What our App has said there since then, the oldest first. */
    List<IssueComment> ownComments(RepositoryName repository, int number, Instant since);

    /** Good for that repository alone. */
    RepositoryToken token(RepositoryName repository);
}
