package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.pullrequest.PullRequestFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of GitHub when it has enough of it, or is not there. */
class RepositoryOutagesTest extends GithubTest {

    private static final RepositoryName ONE = new RepositoryName("codertocat", "hello-world");
    private static final RepositoryName OTHER = new RepositoryName("octocat", "elsewhere");

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final GithubRepositories repositories = repositories(settings);

    @BeforeEach
    void installed() {
        github.install(7, "hello-world");
        github.install(8, "elsewhere");
        guildhall.transactions.run(() -> {
            guildhall.installations.serve(7, List.of(StubGithub.told(ONE)), clock.instant());
            guildhall.installations.serve(8, List.of(StubGithub.told(OTHER)), clock.instant());
        });
        github.repositories().put(issue(ONE));
        github.repositories().put(issue(OTHER));
        assertThat(repositories.issue(ONE, 3)).contains(issue(ONE));
        assertThat(repositories.issue(OTHER, 3)).contains(issue(OTHER));
    }

    @Test
    void whatHasNotChangedCostsNothing() {
        int left = github.left();

        assertThat(repositories.issue(ONE, 3)).contains(issue(ONE));

        assertThat(github.left()).isEqualTo(left);
    }

    @Test
    void whatHasChangedIsReadAnew() {
        Issue closed = new Issue(ONE, 3, "It crashes", "", false, issue(ONE).author(), "u", false);
        github.repositories().put(closed);

        assertThat(repositories.issue(ONE, 3)).contains(closed);
        assertThat(repositories.issue(ONE, 3)).contains(closed);
    }

    @Test
    void secondaryLimitOfOneInstallationLeavesOthersAlone() {
        github.fail(
                403,
                Map.of(),
                "You have exceeded a secondary rate limit. Please wait a few minutes.");
        assertThat(outage(() -> repositories.issue(ONE, 3)).retryAfter())
                .isEqualTo(Duration.ofMinutes(1));
        github.recover();
        int asked = github.asked().size();

        clock.advance(Duration.ofSeconds(50));
        assertThat(outage(() -> repositories.issue(ONE, 3)).retryAfter())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(github.asked()).hasSize(asked);
        assertThat(repositories.issue(OTHER, 3)).isPresent();

        clock.advance(Duration.ofSeconds(10));
        assertThat(repositories.issue(ONE, 3)).isPresent();
    }

    @Test
    void whenItAsksToWaitItSaysHowLong() {
        github.fail(429, Map.of("Retry-After", "120"));

        assertThat(outage(() -> repositories.issue(ONE, 3)).retryAfter())
                .isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void outageIsWaitedForTwiceAsLongEachTime(int status) {
        github.fail(status, Map.of());

        for (int seconds : new int[] {2, 4, 8, 16, 32, 64, 64}) {
            int asked = github.asked().size();
            assertThat(outage(() -> repositories.issue(ONE, 3)).retryAfter())
                    .isEqualTo(Duration.ofSeconds(seconds));
            assertThat(outage(() -> repositories.issue(ONE, 3)).retryAfter())
                    .isEqualTo(Duration.ofSeconds(seconds));
            assertThat(github.asked()).hasSize(asked + 1);
            clock.advance(Duration.ofSeconds(seconds));
        }

        github.recover();
        assertThat(repositories.issue(ONE, 3)).isPresent();
        github.fail(status, Map.of());
        assertThat(outage(() -> repositories.issue(ONE, 3)).retryAfter())
                .as("forgotten once it answers")
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void silenceIsAnOutageWithATime() {
        GithubRepositories impatient =
                repositories(settings(StubGithub.CLIENT_SECRET, Duration.ofSeconds(2)));
        assertThat(impatient.issue(ONE, 3)).isPresent();
        github.fallSilent();

        assertThat(outage(() -> impatient.issue(ONE, 3)).retryAfter())
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void tokenTakenBackIsMadeAnewOnce() {
        github.revokeTokens();

        assertThat(repositories.issue(ONE, 3)).isPresent();
        assertThat(
                        github.asked().stream()
                                .filter(asked ->
                                        asked.endsWith("/app/installations/7/access_tokens")))
                .hasSize(2);
    }

    @Test
    void repositoryThatWasRenamedIsFoundUnderItsOldName() {
        RepositoryName renamed = new RepositoryName("codertocat", "hello-again");
        github.rename(ONE, renamed);
        github.repositories().put(issue(renamed));
        github.repositories().put(pull(renamed));

        assertThat(repositories.pullRequest(ONE, 5))
                .hasValueSatisfying(shown -> {
                    assertThat(shown.headSha()).isEqualTo(pull(renamed).headSha());
                    assertThat(shown.repository()).isEqualTo(ONE);
                    assertThat(shown.repositoryNow()).isEqualTo(renamed);
                });
        github.revokeTokens();
        assertThat(repositories.issue(ONE, 3)).map(Issue::title).contains("It crashes");
        int left = github.left();
        assertThat(repositories.pullRequest(ONE, 5)).isPresent();
        assertThat(github.left()).as("what has not changed costs nothing").isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://%s:1/api/v3/repositories/1/issues/3",
                "http://%s@127.0.0.1:1/api/v3/repositories/1/issues/3",
                "//127.0.0.1:1/api/v3/repositories/1/issues/3",
                "/login/oauth/authorize",
                "/api/v3/../../login",
                "mailto:octocat",
                "http://"
            })
    void tokenGoesNowhereElse(String location) {
        github.fail(301, Map.of("Location", location.formatted(github.url().getRawAuthority())));
        int asked = github.asked().size();

        assertThat(repositories.issue(ONE, 3)).isEmpty();

        assertThat(github.asked()).hasSize(asked + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 308})
    void whoIsSentOnAgainAndAgainGivesUp(int status) {
        github.fail(status, Map.of("Location", github.apiUrl() + "/repositories/1/issues/3"));
        int asked = github.asked().size();

        assertThat(repositories.issue(ONE, 3)).isEmpty();

        assertThat(github.asked()).hasSize(asked + 2);
    }

    private GithubRepositories repositories(GithubSettings asSet) {
        return new GithubRepositories(
                asSet, new InstallationTokens(asSet, guildhall.installations, clock), clock);
    }

    private static PullRequest pull(RepositoryName repository) {
        return PullRequestFixture.pullRequest().in(repository).number(5).build();
    }

    private static Issue issue(RepositoryName repository) {
        return new Issue(
                repository,
                3,
                "It crashes",
                "",
                true,
                new GithubAccount(501, "ann-maintains"),
                "https://github.com/" + repository + "/issues/3",
                false);
    }
}
