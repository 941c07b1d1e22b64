package io.guildhall.rest.openpod.repository;

import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static io.guildhall.rest.openpod.PodScene.BASE;
import static io.guildhall.rest.openpod.PodScene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.Checks.Check;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.pullrequest.PullRequestFixture;
import io.guildhall.rest.openpod.PodScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepositoryResourceTest {

    private static final RepositoryName REPOSITORY = new RepositoryName("org", "repo");
    private static final String URL = "https://github.com/org/repo/pull/42";

    @Inject InMemoryGuildhall guildhall;

    private PodScene scene;

    @BeforeEach
    void servedRepository() {
        scene = PodScene.of(guildhall);
        guildhall.repositories.serve(REPOSITORY);
        GithubAccount account =
                new GithubAccount(UUID.randomUUID().getLeastSignificantBits() >>> 1, "ann");
        guildhall.repositories.put(REPOSITORY, account, Permission.WRITE);
        guildhall.transactions.run(() ->
                guildhall.operatorAccounts.link(
                        scene.team.owner.operator(), account, guildhall.clock.instant()));
        guildhall.repositories.put(pull(42).build());
        guildhall.repositories.put(
                REPOSITORY,
                "sha-42",
                new Checks(
                        List.of(
                                new Check("build", "completed", "success"),
                                new Check("lint", "completed", "success"),
                                new Check("test", "completed", "success"))));
    }

    @AfterEach
    void recovered() {
        guildhall.repositories.recover();
    }

    @Test
    void memberGetsAToken() {
        Response answer = scene.worker.get(BASE + "/github/token?project_id=" + scene.project);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("$"))
                .containsOnlyKeys(
                        "token",
                        "expires_at",
                        "permissions",
                        "repo_owner",
                        "repo_name",
                        "repo_full_name");
        assertThat(answer.jsonPath().getMap("permissions"))
                .hasToString("{contents=write, pull_requests=write}");
        assertThat(answer.<String>path("repo_full_name")).isEqualTo("org/repo");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void nobodyElseGetsAToken() {
        assertRefused(
                scene.outsider.get(BASE + "/github/token?project_id=" + scene.project),
                404,
                "project_not_found");
        assertRefused(scene.worker.get(BASE + "/github/token"), 400, "bad_request");
    }

    @Test
    void whoOpensAProjectOnAnothersRepositoryGetsNothing() {
        PodScene other = PodScene.of(guildhall);

        assertRefused(
                other.owner.get(BASE + "/github/token?project_id=" + other.project),
                403,
                "project_owner_not_linked");
        assertRefused(
                other.owner.get(BASE + "/github/prs?project_id=" + other.project),
                403,
                "project_owner_not_linked");
        scene = other;
        assertRefused(verify(URL), 403, "project_owner_not_linked");
    }

    @Test
    void whereOurAppIsNotInstalledItSaysSo() {
        guildhall.repositories.stopServing(REPOSITORY);

        assertRefused(
                scene.worker.get(BASE + "/github/token?project_id=" + scene.project),
                409,
                "repository_not_served");
    }

    @Test
    void whileGithubIsAwayItSaysWhenToComeBack() {
        guildhall.repositories.goDown(Duration.ofSeconds(30));

        Response answer = scene.worker.get(BASE + "/github/prs?project_id=" + scene.project);

        assertRefused(answer, 503, "github_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void pullRequestsAreListedAsDocumented() {
        Response answer =
                scene.worker.get(BASE + "/github/prs?project_id=" + scene.project + "&state=open");

        assertThat(answer.jsonPath().getMap("$"))
                .containsOnlyKeys("repo", "state", "count", "pull_requests");
        assertThat(answer.<String>path("repo")).isEqualTo("org/repo");
        assertThat(answer.<String>path("state")).isEqualTo("open");
        assertThat(answer.jsonPath().getMap("pull_requests.find { it.number == 42 }"))
                .containsEntry("title", "Add auth endpoint")
                .containsEntry("state", "open")
                .containsEntry("merged", false)
                .containsEntry("draft", false)
                .containsEntry("url", URL)
                .containsEntry("author", "my-agent")
                .containsEntry("head_branch", "feature/auth")
                .containsEntry("base_branch", "main")
                .containsEntry("additions", 150)
                .containsEntry("deletions", 10)
                .hasSize(11);
        assertRefused(
                scene.worker.get(BASE + "/github/prs?project_id=" + scene.project + "&state=x"),
                400,
                "bad_request");
    }

    @Test
    void deliverableIsVerifiedWithItsChecks() {
        Response answer = verify(URL);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("$"))
                .containsOnlyKeys(
                        "valid",
                        "pr_number",
                        "pr_title",
                        "pr_state",
                        "merged",
                        "checks_summary",
                        "checks_detail",
                        "checks");
        assertThat(answer.<Boolean>path("valid")).isTrue();
        assertThat(answer.<String>path("checks_summary")).isEqualTo("all_passed");
        assertThat(answer.jsonPath().getMap("checks_detail"))
                .hasToString("{total=3, passed=3, failed=0, pending=0}");
        assertThat(answer.jsonPath().getMap("checks[0]"))
                .hasToString("{name=build, status=completed, conclusion=success}");
    }

    @Test
    void whatIsNotTheProjectsIsNotValid() {
        guildhall.repositories.put(pull(43).closed().build());

        assertThat(verify("https://github.com/org/repo/pull/999").<Boolean>path("valid")).isFalse();
        assertThat(verify("https://github.com/org/other/pull/42").<String>path("reason"))
                .contains("another repository");
        assertThat(verify("https://github.com/org/repo/pull/43").<Boolean>path("valid")).isFalse();
        assertRefused(verify("https://example.org/42"), 422, "invalid_field");
        assertRefused(
                scene.worker.post(BASE + "/github/verify-deliverable", "{}"), 422, "invalid_field");
    }

    private Response verify(String url) {
        return scene.worker.post(
                BASE + "/github/verify-deliverable",
                "{\"project_id\": \"%s\", \"pr_url\": \"%s\"}".formatted(scene.project, url));
    }

    private static PullRequestFixture pull(int number) {
        return pullRequest()
                .in(REPOSITORY)
                .number(number)
                .titled("Add auth endpoint")
                .author(new GithubAccount(7, "my-agent"))
                .from(REPOSITORY, "feature/auth")
                .head("sha-" + number)
                .changing(150, 10);
    }
}
