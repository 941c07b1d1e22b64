package io.guildhall.domain.pullrequest;

import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.codehost.ReviewVerdict.State;
import io.guildhall.domain.pullrequest.Sighting.EndedBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent's pull request, to be changed where a test cares. */
public final class PullRequestFixture {

    public static final RepositoryName REPOSITORY = new RepositoryName("org", "repo");
    public static final GithubAccount AUTHOR = new GithubAccount(11, "octobot");
    public static final GithubAccount MAINTAINER = new GithubAccount(22, "maintainer");
    public static final String HEAD = "a".repeat(40);

    private RepositoryName repository = REPOSITORY;
    private int number = 17;
    private String title = "Stop the leak";
    private String body = "Fixes #7";
    private boolean open = true;
    private boolean draft;
    private @Nullable GithubAccount mergedBy;
    private @Nullable Instant mergedAt;
    private GithubAccount author = AUTHOR;
    private @Nullable RepositoryName headRepository = REPOSITORY;
    private String headBranch = "fix";
    private String head = HEAD;
    private String base = "main";
    private String defaultBranch = "main";
    private int additions = 10;
    private int deletions = 2;
    private EndedBy endedBy = EndedBy.SOMEBODY;
    private @Nullable RepositoryName repositoryNow;

    private PullRequestFixture() {}

    public static PullRequestFixture pullRequest() {
        return new PullRequestFixture();
    }

    /** One that stands where that one does. */
    public static PullRequestFixture like(PullRequest pull) {
        PullRequestFixture alike = new PullRequestFixture();
        alike.repository = pull.repository();
        alike.number = pull.number();
        alike.title = pull.title();
        alike.body = pull.body();
        alike.open = pull.isOpen();
        alike.draft = pull.isDraft();
        alike.mergedBy = pull.mergedBy();
        alike.mergedAt = pull.mergedAt();
        alike.author = pull.author();
        alike.headRepository = pull.headRepository();
        alike.headBranch = pull.headBranch();
        alike.head = pull.headSha();
        alike.base = pull.baseBranch();
        alike.defaultBranch = pull.defaultBranch();
        alike.additions = pull.additions();
        alike.deletions = pull.deletions();
        alike.repositoryNow = pull.repositoryNow();
        return alike;
    }

    /** Somebody who asks for changes. */
    public static ReviewVerdict changesAsked(
            GithubAccount reviewer, String body, String head, Instant at) {
        return new ReviewVerdict(
                at.getEpochSecond(), reviewer, State.CHANGES_REQUESTED, body, head, at, true);
    }

    /** The same by somebody whom GitHub does not count to the repository's people. */
    public static ReviewVerdict changesAskedFromOutside(
            GithubAccount reviewer, String head, Instant at) {
        return new ReviewVerdict(
                at.getEpochSecond(), reviewer, State.CHANGES_REQUESTED, "No", head, at, false);
    }

    public PullRequestFixture in(RepositoryName changed) {
        repository = changed;
        headRepository = changed;
        return this;
    }

    /** Its repository was renamed. */
    public PullRequestFixture nowIn(RepositoryName renamed) {
        repositoryNow = renamed;
        return this;
    }

    public PullRequestFixture number(int changed) {
        number = changed;
        return this;
    }

    public PullRequestFixture titled(String changed) {
        title = changed;
        return this;
    }

    public PullRequestFixture saying(String changed) {
        body = changed;
        return this;
    }

    public PullRequestFixture draft() {
        draft = true;
        return this;
    }

    public PullRequestFixture closed() {
        open = false;
        return this;
    }

    public PullRequestFixture mergedBy(GithubAccount somebody, Instant at) {
        open = false;
        mergedBy = somebody;
        mergedAt = at;
        return this;
    }

    public PullRequestFixture author(GithubAccount changed) {
        author = changed;
        return this;
    }

    public PullRequestFixture head(String changed) {
        head = changed;
        return this;
    }

    /** Where its commits come from. */
    public PullRequestFixture from(RepositoryName changed, String branch) {
        headRepository = changed;
        headBranch = branch;
        return this;
    }

    public PullRequestFixture changing(int linesAdded, int linesDeleted) {
        additions = linesAdded;
        deletions = linesDeleted;
        return this;
    }

    public PullRequestFixture into(String branch) {
        base = branch;
        return this;
    }

    /** Whoever merged or closed it did so with a token of ours. */
    public PullRequestFixture byOurApp() {
        endedBy = EndedBy.OUR_APP;
        return this;
    }

    /** A machine that is not ours merged or closed it. */
    public PullRequestFixture byAnotherApp() {
        endedBy = EndedBy.ANOTHER_APP;
        return this;
    }

    public Sighting seen(Checks.Summary checks, ReviewVerdict... requests) {
        return new Sighting(build(), checks, List.of(requests), endedBy);
    }

    public PullRequest build() {
        return new PullRequest(
                repository,
                number,
                title,
                body,
                "https://github.com/" + repository + "/pull/" + number,
                open,
                draft,
                mergedBy != null,
                mergedBy,
                mergedAt,
                author,
                headRepository,
                headBranch,
                head,
                base,
                defaultBranch,
                additions,
                deletions,
                repositoryNow == null ? repository : repositoryNow);
    }
}
