package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubUnavailable;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.PullRequestFilter;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever answers in GitHub's place: it breaks nothing, and nothing of it is believed. */
class UnreadableAnswersTest extends GithubTest {

    private static final RepositoryName ONE = new RepositoryName("codertocat", "hello-world");
    private static final GithubAccount ANN = new GithubAccount(501, "ann-maintains");
    private static final String SHA = "ce587453ced02b1526dfb4cb910479d431683101";

    private static final String ISSUE =
            """
            {"number": 3, "title": "It crashes", "state": "open", "private": false,
             "user": {"id": 501, "login": "ann-maintains"},
             "html_url": "https://github.com/codertocat/hello-world/issues/3"}
            """;

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final GithubRepositories repositories = repositories(settings);

    @BeforeEach
    void installed() {
        github.install(7, "hello-world");
        guildhall.transactions.run(() ->
                guildhall.installations.serve(7, List.of(StubGithub.told(ONE)), clock.instant()));
        github.repositories().put(issue());
        // From now on there is a token.
        assertThat(repositories.issue(ONE, 3)).contains(issue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "\"x\"",
                "{",
                "{}",
                "<html>Welcome to our network</html>",
                "{\"number\": \"three\", \"title\": \"It crashes\"}",
                "{\"number\": 3e9, \"title\": \"It crashes\"}",
                "{\"number\": -3, \"title\": \"It crashes\"}",
                "{\"number\": 3, \"title\": {\"a\": 1}}",
                "{\"check_suites\": {}, \"check_runs\": 7, \"statuses\": \"none\"}",
            })
    void whatIsNoAnswerIsAnOutage(String body) {
        github.say(200, body);

        assertUnreadable(() -> repositories.issue(ONE, 3));
        assertUnreadable(() -> repositories.checks(ONE, SHA));
        assertUnreadable(() -> repositories.reviews(ONE, 5));
        assertUnreadable(() -> repositories.pullRequests(ONE, PullRequestFilter.OPEN));
        assertUnreadable(() -> repositories.ownComments(ONE, 3, clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "{}",
                "{\"private\": null}",
                "{\"private\": 0}",
                "{\"private\": \"false\"}",
            })
    void whatIsNotSaidToBePublicIsPrivate(String body) {
        github.say(200, body);

        assertThat(repositories.isPublic(ONE)).isFalse();
    }

    @Test
    void checksThatAreNotToldAreNotTakenForNone() {
        github.say(200, "{\"check_suites\": [], \"statuses\": [{\"state\": \"success\"}]}");

        assertUnreadable(() -> repositories.checks(ONE, SHA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"yesterday\"", "null", "{}"})
    void timeThatIsNoneIsAnOutage(String time) {
        github.say(
                200,
                "[{\"id\": 1, \"state\": \"APPROVED\", \"submitted_at\": %s}]".formatted(time));

        assertUnreadable(() -> repositories.reviews(ONE, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"permission\": \"admin\"}",
                "{\"permission\": \"admin\", \"user\": 501}",
                "{\"permission\": \"admin\", \"user\": {\"id\": 502}}",
                "{\"permission\": [\"admin\"], \"user\": {\"id\": 501}}",
            })
    void nobodyMayMoreByIt(String body) {
        github.say(200, body);

        assertThat(repositories.permission(ONE, ANN)).isEqualTo(Permission.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "{\"id\": \"x\"}", "{\"id\": -1}", "{"})
    void commentThatHasNoIdWasNotSaid(String body) {
        github.say(201, body);

        assertUnreadable(() -> repositories.comment(ONE, 3, "Hello"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{",
                "{}",
                "<html>Welcome to our network</html>",
                "{\"id\": \"x\", \"slug\": {}}",
                "{\"id\": 7, \"slug\": \"app\", \"token\": \"t\", \"expires_at\": \"soon\"}",
                "{\"id\": 7, \"slug\": \"app\", \"expires_at\": \"2099-01-01T00:00:00Z\"}",
            })
    void whatIsNoTokenIsNotUsed(String body) {
        for (int status : new int[] {200, 201}) {
            github.say(status, body);

            outage(() -> tokens().forRepository(ONE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{",
                "{}",
                "{\"access_token\": {}}",
                "{\"access_token\": \"t\"}",
                "{\"access_token\": \"t\\r\\nHost: elsewhere\", \"id\": 7, \"login\": \"ann\"}",
                "{\"access_token\": \"t\", \"id\": 0, \"login\": \"ann\"}",
                "{\"access_token\": \"t\", \"id\": -7, \"login\": \"ann\"}",
                "{\"access_token\": \"t\", \"id\": 7, \"login\": \"\"}",
                "{\"access_token\": \"t\", \"id\": 7, \"login\": null}",
                "{\"access_token\": \"t\", \"id\": \"seven\", \"login\": \"ann\"}",
                "{\"access_token\": \"t\", \"id\": 7, \"login\": {\"a\": 1}}",
            })
    void whatTellsOfNobodyLinksNobody(String body) {
        github.say(200, body);

        outage(() -> new GithubCodeHost(settings, clock).whoCameWith("code"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void nobodyElseTellsWhoCameOrMakesATokenForUs(int status) {
        StubGithub elsewhere = StubGithub.start();
        try {
            GithubCodeHost host = new GithubCodeHost(settings, clock);
            github.fail(status, Map.of("Location", elsewhere.apiUrl() + "/user"));

            outage(() -> tokens().forRepository(ONE));
            outage(() -> host.whoCameWith("code"));

            assertThat(elsewhere.asked()).isEmpty();
        } finally {
            elsewhere.close();
        }
    }

    @Test
    void answerWithoutEndIsNotRead() {
        String filler = "\"f\": [\"" + "x".repeat(1 << 20) + "\"";
        String more = (", \"" + "x".repeat(1 << 20) + "\"").repeat(32) + "], \"number\"";
        github.say(200, ISSUE.replace("\"number\"", filler + more));

        outage(() -> repositories.issue(ONE, 3));
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    @Timeout(60)
    void answerThatNeverEndsIsLeftAfterItsTime(Asked asked) {
        GithubSettings impatient = settings(StubGithub.CLIENT_SECRET, Duration.ofMillis(500));
        GithubRepositories hasty = repositories(impatient);
        github.neverEnd();

        outage(() -> {
            switch (asked) {
                case TOKEN -> hasty.issue(ONE, 3);
                case CODE -> new GithubCodeHost(impatient, clock).whoCameWith("code");
            }
        });
    }

    enum Asked {
        TOKEN,
        CODE
    }

    @Test
    void issueThatIsOneIsRead() {
        github.say(200, ISSUE);

        assertThat(repositories.issue(ONE, 3)).contains(issue());
    }

    private static Issue issue() {
        return new Issue(
                ONE,
                3,
                "It crashes",
                "",
                true,
                ANN,
                "https://github.com/codertocat/hello-world/issues/3",
                false);
    }

    private InstallationTokens tokens() {
        return new InstallationTokens(settings, guildhall.installations, clock);
    }

    private GithubRepositories repositories(GithubSettings asSet) {
        return new GithubRepositories(
                asSet, new InstallationTokens(asSet, guildhall.installations, clock), clock);
    }

    /** By the adapter itself, and by nothing that it trips over. */
    private static void assertUnreadable(Runnable question) {
        GithubUnavailable error = outage(question);
        assertThat(error.reason()).isIn("its answer cannot be read", "its answer is no JSON");
    }
}
