package io.guildhall.github;

import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.Checks.Check;
import io.guildhall.domain.codehost.Checks.Summary;
import io.guildhall.domain.codehost.CommentRefused;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.IssueComment;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.PullRequestFilter;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryNotServed;
import io.guildhall.domain.codehost.RepositoryToken;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.codehost.ReviewVerdict.State;
import io.guildhall.domain.pullrequest.PullRequestFixture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GithubRepositoriesTest extends GithubTest {

    private static final RepositoryName HELLO = new RepositoryName("codertocat", "hello-world");
    private static final GithubAccount ANN = new GithubAccount(501, "ann-maintains");
    private static final GithubAccount BOT = new GithubAccount(701, "octobot");
    private static final String SHA = "ce587453ced02b1526dfb4cb910479d431683101";
    private static final Instant MERGED = Instant.parse("2026-03-02T10:00:00Z");

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final GithubRepositories repositories =
            new GithubRepositories(
                    settings,
                    new InstallationTokens(settings, guildhall.installations, clock),
                    clock);

    @BeforeEach
    void installed() {
        github.install(7, "hello-world");
        guildhall.transactions.run(() ->
                guildhall.installations.serve(7, List.of(StubGithub.told(HELLO)), clock.instant()));
    }

    @Test
    void issueIsReadWhole() {
        Issue issue = issue(3, true, false);
        github.repositories().put(issue);

        assertThat(repositories.issue(HELLO, 3)).contains(issue);
        assertThat(repositories.issue(HELLO, 4)).isEmpty();
    }

    @Test
    void issueTellsWhetherItsRepositoryIsPrivate() {
        Issue issue = issue(3, false, true);
        github.repositories().put(issue);

        assertThat(repositories.issue(HELLO, 3)).contains(issue);
    }

    @Test
    void repositoryIsPublicUnlessGithubSaysOtherwise() {
        RepositoryName secret = new RepositoryName("codertocat", "secret");
        github.install(8, "secret");
        guildhall.transactions.run(() ->
                guildhall.installations.serve(
                        8, List.of(StubGithub.told(secret)), clock.instant()));
        github.repositories().hide(secret);

        assertThat(repositories.isPublic(HELLO)).isTrue();
        assertThat(repositories.isPublic(secret)).isFalse();
    }

    @Test
    void pullRequestIsReadWhole() {
        PullRequest open = pull(5).build();
        PullRequest merged = pull(6).mergedBy(ANN, MERGED).build();
        github.repositories().put(open);
        github.repositories().put(merged);

        assertThat(repositories.pullRequest(HELLO, 5)).contains(open);
        assertThat(repositories.pullRequest(HELLO, 6)).contains(merged);
        assertThat(repositories.pullRequest(HELLO, 7)).isEmpty();
    }

    /** Anybody may read it there, also with a token that is for another. */
    @Test
    void pullRequestOfWhatTookTheNameIsNotThere() {
        github.repositories().put(pull(5).build());
        assertThat(repositories.pullRequest(HELLO, 5)).isPresent();

        github.repositories().rename(99, HELLO);

        assertThat(repositories.pullRequest(HELLO, 5)).isEmpty();
    }

    /** The installation serves what it always did, whoever has the name by now. */
    @Test
    void whatTookTheNameIsNotThereAlsoWhereWeKnowNoNumber() {
        guildhall.transactions.run(() -> guildhall.installations.forgetNumber(HELLO));
        github.repositories().put(pull(5).build());
        assertThat(repositories.pullRequest(HELLO, 5)).isPresent();

        github.repositories().rename(99, HELLO);

        assertThat(repositories.pullRequest(HELLO, 5)).isEmpty();
    }

    @Test
    void whatOurAppDoesIsToldFromWhatOthersDo() {
        GithubAccount ours = new GithubAccount(31, StubGithub.BOT);
        github.repositories().closed(HELLO, 5, ours);

        assertThat(repositories.closedBy(HELLO, 5))
                .hasValueSatisfying(by -> assertThat(repositories.isOurApp(HELLO, by)).isTrue());
        assertThat(repositories.closedBy(HELLO, 4)).isEmpty();
        GithubAccount queue = new GithubAccount(32, "github-merge-queue[bot]");
        assertThat(repositories.isOurApp(HELLO, queue)).isFalse();
        assertThat(repositories.isOurApp(HELLO, ANN)).isFalse();
    }

    @Test
    void pullRequestsComeNewestFirstWithWhatTheyChange() {
        PullRequest open = pull(5).build();
        PullRequest merged = pull(6).mergedBy(ANN, MERGED).build();
        github.repositories().put(open);
        github.repositories().put(merged);

        assertThat(repositories.pullRequests(HELLO, PullRequestFilter.ALL))
                .containsExactly(merged, open);
        assertThat(repositories.pullRequests(HELLO, PullRequestFilter.OPEN)).containsExactly(open);
        assertThat(repositories.pullRequests(HELLO, PullRequestFilter.CLOSED))
                .containsExactly(merged);
    }

    @Test
    void runsAndStatusesOfACommitCountTogether() {
        github.repositories().checkRun(HELLO, SHA, "build", "completed", "success");
        github.repositories().checkRun(HELLO, SHA, "lint", "in_progress", null);
        github.repositories().status(HELLO, SHA, "legacy/ci", "failure");
        github.repositories().status(HELLO, SHA, "legacy/cov", "pending");

        Checks checks = repositories.checks(HELLO, SHA);

        assertThat(checks.all())
                .containsExactlyInAnyOrder(
                        new Check("build", "completed", "success"),
                        new Check("lint", "in_progress", null),
                        new Check("legacy/ci", "completed", "failure"),
                        new Check("legacy/cov", "in_progress", null));
        assertThat(checks.summary()).isEqualTo(Summary.FAILED);
    }

    /** A fork's workflow that nobody has let run yet has no run. */
    @Test
    void whatIsHeldBackIsPendingHoweverGreenTheRestIs() {
        github.repositories().status(HELLO, SHA, "DCO", "success");
        assertThat(repositories.checks(HELLO, SHA).summary()).isEqualTo(Summary.ALL_PASSED);

        suite("github-actions", "completed", "action_required", 0);

        assertThat(repositories.checks(HELLO, SHA).summary()).isEqualTo(Summary.PENDING);
    }

    @ParameterizedTest
    @CsvSource({
        "github-actions, queued, , 0, PENDING",
        "github-actions, in_progress, , 2, PENDING",
        "github-actions, completed, success, 2, ALL_PASSED",
        "github-actions, completed, skipped, 0, ALL_PASSED",
        "github-actions, completed, startup_failure, 0, FAILED",
        "github-actions, completed, timed_out, 0, FAILED",
        "github-actions, completed, cancelled, 0, PENDING",
        "github-actions, completed, stale, 0, PENDING",
        "github-actions, completed, cancelled, 1, ALL_PASSED",
        "github-actions, completed, failure, 1, ALL_PASSED",
        "some-other-app, queued, , 0, ALL_PASSED",
        "some-other-app, completed, failure, 0, ALL_PASSED",
        "some-other-app, completed, action_required, 0, PENDING"
    })
    void suiteCountsForWhatItsRunsDoNotSay(
            String app, String status, @Nullable String conclusion, int runs, Summary summary) {
        github.repositories().status(HELLO, SHA, "DCO", "success");

        suite(app, status, conclusion, runs);

        assertThat(repositories.checks(HELLO, SHA).summary()).isEqualTo(summary);
    }

    /** As by a workflow that lets only one run wait, when two events come at once. */
    @Test
    void whatWasCancelledBeforeItBeganIsReplacedByWhatCameAfterIt() {
        suite("github-actions", "completed", "success", 1);
        github.repositories().checkRun(HELLO, SHA, "label", "completed", "success");
        suite("github-actions", "completed", "cancelled", 0);
        assertThat(repositories.checks(HELLO, SHA).summary()).isEqualTo(Summary.PENDING);

        suite("some-other-app", "completed", "success", 1);
        assertThat(repositories.checks(HELLO, SHA).summary()).isEqualTo(Summary.PENDING);

        suite("github-actions", "completed", "success", 1);
        github.repositories().checkRun(HELLO, SHA, "build", "completed", "success");
        assertThat(repositories.checks(HELLO, SHA).summary()).isEqualTo(Summary.ALL_PASSED);
    }

    private void suite(String app, String status, @Nullable String conclusion, int runs) {
        github.repositories().checkSuite(HELLO, SHA, app, status, conclusion, runs);
    }

    @Test
    void checksOfManyPagesCountAll() {
        for (int number = 0; number < 130; number++) {
            github.repositories().checkRun(HELLO, SHA, "run " + number, "completed", "success");
        }

        assertThat(repositories.checks(HELLO, SHA).passed()).isEqualTo(130);
    }

    @Test
    void whatIsNoCommitHasNoChecks() {
        assertThat(repositories.checks(HELLO, "main?x=1")).isEqualTo(Checks.NONE);
        assertThat(github.asked()).isEmpty();
    }

    @Test
    void reviewsTellWhoSpeaksForTheRepository() {
        ReviewVerdict byAnn = review(1, ANN, State.CHANGES_REQUESTED, true);
        ReviewVerdict byPasserBy = review(2, BOT, State.APPROVED, false);
        github.repositories().review(HELLO, 5, byAnn);
        github.repositories().review(HELLO, 5, byPasserBy);

        assertThat(repositories.reviews(HELLO, 5)).containsExactly(byAnn, byPasserBy);
        assertThat(repositories.reviews(HELLO, 6)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1_000, 2_345})
    void ofManyReviewsTheLastAreTold(int before) {
        for (int number = 1; number <= before; number++) {
            github.repositories().review(HELLO, 5, review(number, BOT, State.COMMENTED, false));
        }
        ReviewVerdict last = review(before + 1, ANN, State.CHANGES_REQUESTED, true);
        github.repositories().review(HELLO, 5, last);

        List<ReviewVerdict> told = repositories.reviews(HELLO, 5);

        assertThat(told).endsWith(last).hasSizeBetween(900, 1_000);
        assertThat(told).isSortedAccordingTo(Comparator.comparingLong(ReviewVerdict::id));
    }

    @ParameterizedTest
    @CsvSource({"admin, ADMIN", "write, WRITE", "read, READ", "none, NONE", "new, NONE"})
    void permissionIsOfTheAccount(String word, Permission permission) {
        github.repositories().permit(HELLO, ANN, word);

        assertThat(repositories.permission(HELLO, ANN)).isEqualTo(permission);
    }

    @Test
    void whoTookALoginHasNotItsFormersPermission() {
        github.repositories().permit(HELLO, new GithubAccount(999, ANN.login()), "admin");

        assertThat(repositories.permission(HELLO, ANN)).isEqualTo(Permission.NONE);
        assertThat(repositories.permission(HELLO, BOT)).isEqualTo(Permission.NONE);
    }

    @Test
    void ownCommentIsFoundAgainAndOthersAreNot() {
        github.repositories().put(issue(3, true, false));
        github.repositories().said(HELLO, 3, ANN, "who pays for this?");

        long id = repositories.comment(HELLO, 3, "We do.");

        assertThat(repositories.ownComments(HELLO, 3, clock.instant()))
                .extracting(IssueComment::id, IssueComment::body)
                .containsExactly(tuple(id, "We do."));
    }

    @Test
    void commentOnNothingIsRefused() {
        assertThat(refusal(() -> repositories.comment(HELLO, 99, "Hello?")))
                .isEqualTo(new CommentRefused(HELLO, 99));
    }

    @Test
    void commentWhereNobodyMayWriteIsRefused() {
        repositories.issue(HELLO, 3);
        github.fail(403, Map.of(), "Unable to create comment because issue is locked.");

        assertThat(refusal(() -> repositories.comment(HELLO, 3, "Hello?")))
                .isEqualTo(new CommentRefused(HELLO, 3));
    }

    @Test
    void tokenForOthersIsForCodeAndPullRequestsAlone() {
        RepositoryToken token = repositories.token(HELLO);

        assertThat(token.secret()).startsWith("ghs_");
        assertThat(token.repositoryId()).isEqualTo(StubGithub.idOf(HELLO));
        assertThat(token.expiresAt()).isAfter(clock.instant());
        assertThat(token.toString()).doesNotContain(token.secret()).contains("hello-world");
        assertThat(repositories.token(HELLO)).isEqualTo(token);
        github.repositories().put(issue(3, true, false));
        repositories.issue(HELLO, 3);
        assertThat(github.secretsGiven()).as("our own is another").hasSize(2);
    }

    @Test
    void whereTheAppIsNotNothingIsAsked() {
        RepositoryName stranger = new RepositoryName("codertocat", "stranger");

        assertThat(refusal(() -> repositories.issue(stranger, 1)))
                .isEqualTo(new RepositoryNotServed(stranger));
        assertThat(github.asked()).isEmpty();
    }

    private static ReviewVerdict review(
            long id, GithubAccount reviewer, State state, boolean isByMaintainer) {
        return new ReviewVerdict(
                id,
                reviewer,
                state,
                "Look at line 7",
                SHA,
                Instant.parse("2026-03-02T09:00:00Z"),
                isByMaintainer);
    }

    private static Issue issue(int number, boolean isOpen, boolean isPrivate) {
        return new Issue(
                HELLO,
                number,
                "It crashes",
                "When I press **it**.",
                isOpen,
                ANN,
                "https://github.com/codertocat/hello-world/issues/" + number,
                isPrivate);
    }

    private static PullRequestFixture pull(int number) {
        return pullRequest()
                .in(HELLO)
                .number(number)
                .author(BOT)
                .from(new RepositoryName("octobot", "hello-world"), "fix-it")
                .head(SHA);
    }
}
