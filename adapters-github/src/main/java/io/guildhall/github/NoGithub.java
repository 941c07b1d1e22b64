package io.guildhall.github;

import io.guildhall.application.access.NoticeSignatures;
import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.IssueComment;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.PullRequestFilter;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryToken;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.party.PartyError.GithubNotSetUp;
import io.guildhall.domain.shared.RefusedException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where no GitHub App is set up: whoever asks is told what is missing. */
public final class NoGithub implements CodeHost, NoticeSignatures, Repositories {

    @Override
    public URI consentPage(String state) {
        throw notSetUp();
    }

    @Override
    public GithubAccount whoCameWith(String code) {
        throw notSetUp();
    }

    @Override
    public boolean isSigned(String body, String signature) {
        throw notSetUp();
    }

    @Override
    public boolean isPublic(RepositoryName repository) {
        throw notSetUp();
    }

    @Override
    public Optional<Issue> issue(RepositoryName repository, int number) {
        throw notSetUp();
    }

    @Override
    public Optional<PullRequest> pullRequest(RepositoryName repository, int number) {
        throw notSetUp();
    }

    @Override
    public Optional<GithubAccount> closedBy(RepositoryName repository, int number) {
        throw notSetUp();
    }

    @Override
    public boolean isOurApp(RepositoryName repository, GithubAccount account) {
        throw notSetUp();
    }

    @Override
    public List<PullRequest> pullRequests(RepositoryName repository, PullRequestFilter filter) {
        throw notSetUp();
    }

    @Override
    public Checks checks(RepositoryName repository, String sha) {
        throw notSetUp();
    }

    @Override
    public List<ReviewVerdict> reviews(RepositoryName repository, int number) {
        throw notSetUp();
    }

    @Override
    public Permission permission(RepositoryName repository, GithubAccount account) {
        throw notSetUp();
    }

    @Override
    public long comment(RepositoryName repository, int number, String text) {
        throw notSetUp();
    }

    @Override
    public List<IssueComment> ownComments(RepositoryName repository, int number, Instant since) {
        throw notSetUp();
    }

    @Override
    public RepositoryToken token(RepositoryName repository) {
        throw notSetUp();
    }

    private static RefusedException notSetUp() {
        return new RefusedException(new GithubNotSetUp());
    }
}
