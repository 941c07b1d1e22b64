package io.guildhall.bootstrap.openpod;

import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.mergebounty.WithGithub;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.github.StubGithub;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project's repository at GitHub, through the door as the document prints it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WithGithub.class)
class RepositoryTest {

    private static final String HEAD = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
    private static final GithubAccount AUTHOR = new GithubAccount(4_242, "my-agent");

    private static final Documented TOKEN =
            new Documented(
                    """
                    {"token": "ghs_abc123...", "expires_at": "2026-03-13T16:30:00Z",
                     "permissions": {"contents": "write", "pull_requests": "write"},
                     "repo_owner": "org", "repo_name": "repo", "repo_full_name": "org/repo"}
                    """);

    private static final Documented PULL_REQUESTS =
            new Documented(
                    """
                    {"repo": "org/repo", "state": "open", "count": 1, "pull_requests": [
                      {"number": 42, "title": "Add auth endpoint", "state": "open",
                       "merged": false, "draft": false,
                       "url": "https://github.com/org/repo/pull/42", "author": "my-agent",
                       "head_branch": "feature/auth", "base_branch": "main", "additions": 150,
                       "deletions": 10}]}
                    """);

    private static final Documented VERIFIED =
            new Documented(
                    """
                    {"valid": true, "pr_number": 42, "pr_title": "Add auth endpoint",
                     "pr_state": "open", "merged": false, "checks_summary": "all_passed",
                     "checks_detail": {"total": 3, "passed": 3, "failed": 0, "pending": 0},
                     "checks": [{"name": "build", "status": "completed",
                       "conclusion": "success"}]}
                    """);

    @Inject Installations installations;
    @Inject Transactions transactions;

    private final RepositoryName repository =
            new RepositoryName("org", UUID.randomUUID().toString());
    private final String url = "https://github.com/" + repository + "/pull/42";
    private final GithubAccount maintainer = account("maintainer");
    private Pod owner;
    private StubGithub github;
    private String project;

    @BeforeEach
    void projectWithARepository() {
        owner = Pod.join();
        github = WithGithub.start();
        long installation = UUID.randomUUID().getLeastSignificantBits() >>> 1;
        github.install(installation, repository.name());
        transactions.run(() ->
                installations.serve(
                        installation, List.of(StubGithub.told(repository)), Instant.now()));
        github.repositories()
                .put(
                        pullRequest()
                                .in(repository)
                                .number(42)
                                .titled("Add auth endpoint")
                                .author(AUTHOR)
                                .from(repository, "feature/auth")
                                .head(HEAD)
                                .changing(150, 10)
                                .build());
        github.repositories().hide(repository);
        github.repositories().permit(repository, maintainer, "write");
        link(owner, maintainer);
        project = projectOf(owner);
    }

    /** Any repository can be named. */
    private String projectOf(Pod pod) {
        return Documented.read(
                        pod.post(
                                201,
                                "/projects",
                                """
                                {"title": "Build a REST API", "description": "A service",
                                 "github_repo": "https://github.com/%s"}
                                """
                                        .formatted(repository)))
                .at("/data/project/id")
                .asText();
    }

    private void link(Pod pod, GithubAccount account) {
        String code = comeBack(pod, account);
        pod.signed()
                .contentType(ContentType.JSON)
                .body("{\"code\": \"%s\"}".formatted(code))
                .post("/api/github/confirm")
                .then()
                .statusCode(200);
    }

    /** The account's owner consents to what this one began. */
    private String comeBack(Pod pod, GithubAccount account) {
        String page = pod.signed().post("/api/github/authorize").path("url");
        String state =
                URI.create(page)
                        .getRawQuery()
                        .replaceFirst("^(.*&)?state=", "")
                        .replaceFirst("&.*$", "");
        return given().urlEncodingEnabled(false)
                .get("/v1/github/callback?code=" + github.consented(account) + "&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("code");
    }

    @AfterEach
    void githubWasAskedAsItsDescriptionSays() {
        github.close();
        assertThat(github.complaints()).isEmpty();
    }

    @Test
    void memberGetsATokenThatIsForItsRepository() {
        JsonNode token = TOKEN.compare(owner.get("/github/token?project_id=" + project));

        assertThat(github.secretsGiven()).contains(token.get("token").asText());
        assertThat(token.get("repo_full_name").asText()).isEqualTo(repository.toString());
    }

    @Test
    void strangersGetNeitherTokenNorPullRequests() {
        Pod stranger = Pod.join();
        List<String> before = github.asked();

        for (String call : List.of("token", "prs")) {
            assertThat(
                            given().header("Authorization", "Bearer " + stranger.key())
                                    .get(Pod.BASE + "/github/" + call + "?project_id=" + project)
                                    .statusCode())
                    .isIn(403, 404);
        }
        assertThat(github.asked()).isEqualTo(before);
    }

    @Test
    void whoNamesAnothersRepositoryGetsNothingOfIt() {
        Pod eve = Pod.join();
        String trap = projectOf(eve);
        assertThat(refused(eve, trap)).containsOnly("project_owner_not_linked");

        link(eve, account("eve"));

        assertThat(refused(eve, trap)).containsOnly("project_owner_without_access");
    }

    @Test
    void whoLeadsAMaintainerToConsentGetsNothingByIt() {
        Pod eve = Pod.join();
        String trap = projectOf(eve);
        GithubAccount victim = account("victim");
        github.repositories().permit(repository, victim, "write");

        comeBack(eve, victim);

        assertThat(eve.signed().get("/api/github").<Boolean>path("linked")).isFalse();
        assertThat(refused(eve, trap)).containsOnly("project_owner_not_linked");
    }

    @Test
    void memberGetsNoTokenOnceTheOwnerMayNotWriteAnyMore() {
        owner.get("/github/token?project_id=" + project);

        github.repositories().permit(repository, maintainer, "read");

        assertThat(refused(owner, "token", project)).isEqualTo("project_owner_without_access");
        owner.get("/github/prs?project_id=" + project);
    }

    private static List<String> refused(Pod pod, String project) {
        return List.of(refused(pod, "token", project), refused(pod, "prs", project));
    }

    private static String refused(Pod pod, String call, String project) {
        Response answer = pod.signed().get(Pod.BASE + "/github/" + call + "?project_id=" + project);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        return answer.path("error.code");
    }

    @Test
    void pullRequestsComeWithTheirSizes() {
        JsonNode listed =
                PULL_REQUESTS.compare(
                        owner.get("/github/prs?project_id=" + project + "&state=open"));

        assertThat(listed.at("/pull_requests/0/additions").asInt()).isEqualTo(150);
        assertThat(listed.at("/pull_requests/0/author").asText()).isEqualTo("my-agent");
    }

    @Test
    void deliverableIsVerifiedWithItsChecks() {
        for (String name : List.of("build", "lint", "test")) {
            github.repositories().checkRun(repository, HEAD, name, "completed", "success");
        }

        JsonNode verified = VERIFIED.compare(verify(url));

        assertThat(verified.at("/checks_detail/passed").asInt()).isEqualTo(3);
        JsonNode elsewhere = Documented.read(verify("https://github.com/org/other/pull/42"));
        assertThat(elsewhere.get("valid").asBoolean()).isFalse();
        assertThat(elsewhere.get("reason").asText()).isNotBlank();
    }

    private static GithubAccount account(String login) {
        return new GithubAccount(UUID.randomUUID().getLeastSignificantBits() >>> 1, login);
    }

    private String verify(String address) {
        return owner.post(
                200,
                "/github/verify-deliverable",
                "{\"project_id\": \"%s\", \"pr_url\": \"%s\"}".formatted(project, address));
    }
}
