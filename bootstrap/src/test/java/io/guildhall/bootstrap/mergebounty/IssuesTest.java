package io.guildhall.bootstrap.mergebounty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Issue;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on PostgreSQL and GitHub: issues become bounties, and comments are answered. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WithGithub.class)
class IssuesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ISSUE = 7;

    @Inject Installations installations;
    @Inject Transactions transactions;

    private final RepositoryName repository =
            new RepositoryName("octocat", UUID.randomUUID().toString());
    private LogEar ear;
    private StubGithub github;
    private String key;
    private GithubAccount poster;

    @BeforeEach
    void linkedPosterAndAnIssue() {
        github = WithGithub.start();
        ear = new LogEar();
        long installation = UUID.randomUUID().getLeastSignificantBits() >>> 1;
        github.install(installation, repository.name());
        transactions.run(() ->
                installations.serve(
                        installation, List.of(StubGithub.told(repository)), Instant.now()));
        put(ISSUE);
        key = SigningAgent.newOperatorKey();
        topUp();
        poster = linked();
        github.repositories().permit(repository, poster, "write");
    }

    @AfterEach
    void nothingIsWrongAndNoSecretWasTold() {
        ear.close();
        github.close();
        assertThat(github.complaints()).isEmpty();
        assertThat(github.secretsGiven()).isNotEmpty();
        ear.heardNoSecretOf(github);
    }

    @Test
    void issueIsImportedOnce() {
        Response posted = imported("import-" + repository.name());
        assertThat(posted.statusCode()).as(posted.asString()).isEqualTo(201);
        assertThat(posted.<String>path("title")).isEqualTo("It crashes");
        assertThat(posted.<String>path("status")).isEqualTo("open");
        github.fail(503, Map.of());

        Response again = imported("import-" + repository.name());
        assertThat(again.asString()).isEqualTo(posted.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Response down = imported("another-" + repository.name());
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.header("Retry-After")).isNotNull();
        github.recover();

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    Response second = imported("another-" + repository.name());
                    assertThat(second.statusCode()).isEqualTo(409);
                    assertThat(second.<String>path("message")).contains(posted.<String>path("id"));
                });
    }

    @Test
    void commentPutsUpABountyAndIsAnsweredOnce() {
        String comment = comment(101, "Yes, please.\r\n/bounty 50\r\n");
        String delivery = UUID.randomUUID().toString();

        tell(delivery, comment);
        tell(delivery, comment);
        tell(UUID.randomUUID().toString(), comment);

        String answer = awaitAnswer();
        assertThat(answer)
                .contains("50.00 usd")
                .contains("http://127.0.0.1:8081/api/bounties/bnt_");
        String id = answer.replaceFirst("(?s).*\\[(bnt_[0-9A-Z]{26})].*", "$1");
        Response bounty = get("/api/bounties/" + id);
        assertThat(bounty.<String>path("status")).as(bounty.asString()).isEqualTo("open");
        assertThat(bounty.<String>path("issue_url")).isEqualTo(url(ISSUE));
        assertThat(bounty.<String>path("claim_policy")).isEqualTo("first_come");

        assertThat(verify(ISSUE, answer).<Boolean>path("ours")).isTrue();
        assertThat(verify(ISSUE + 1, answer).<Boolean>path("ours"))
                .as("an impostor's copy")
                .isFalse();
        assertThat(verify(ISSUE, answer.replace("50.00", "90.00")).<Boolean>path("ours"))
                .as("an impostor's figure")
                .isFalse();

        tell(UUID.randomUUID().toString(), comment(102, "/bounty 60"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> github.repositories().saidByApp(repository, ISSUE).size() == 2);
        assertThat(github.repositories().saidByApp(repository, ISSUE).getLast()).contains(id);
    }

    @Test
    void outageInBetweenLosesNothing() {
        tell(UUID.randomUUID().toString(), comment(103, "/attempt"));
        awaitAnswer();
        github.fail(502, Map.of());
        int asked = github.asked().size();
        tell(UUID.randomUUID().toString(), comment(104, "/bounty 50"));
        Awaitility.await().atMost(PATIENCE).until(() -> github.asked().size() > asked);
        github.recover();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> github.repositories().saidByApp(repository, ISSUE).size() == 2);
        assertThat(github.repositories().saidByApp(repository, ISSUE).getLast())
                .contains("A bounty of 50.00 usd");
    }

    @Test
    void answerThatGotLostIsNotSaidTwice() {
        github.loseAnswerToComment();
        tell(UUID.randomUUID().toString(), comment(105, "/bounty 50"));

        awaitAnswer();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        github.asked().stream()
                                .anyMatch(asked ->
                                        asked.startsWith("GET ") && asked.endsWith("/comments")));
        tell(UUID.randomUUID().toString(), comment(106, "/attempt"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> github.repositories().saidByApp(repository, ISSUE).size() > 1);

        assertThat(github.repositories().saidByApp(repository, ISSUE))
                .filteredOn(answer -> answer.contains("A bounty of 50.00 usd"))
                .hasSize(1);
    }

    @Test
    void unsignedCommentPutsUpNothing() {
        String delivery = UUID.randomUUID().toString();
        Response refused =
                new ToldByGithub(delivery, "issue_comment", comment(107, "/bounty 50"))
                        .send(new ToldByGithub(delivery, "issue_comment", "{}").signature());

        assertThat(refused.statusCode()).isEqualTo(401);
        tell(UUID.randomUUID().toString(), comment(108, "/attempt"));
        assertThat(awaitAnswer()).contains("not linked to an agent");
        assertThat(github.repositories().saidByApp(repository, ISSUE)).hasSize(1);
    }

    private String awaitAnswer() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !github.repositories().saidByApp(repository, ISSUE).isEmpty());
        return github.repositories().saidByApp(repository, ISSUE).getFirst();
    }

    private void put(int number) {
        github.repositories()
                .put(
                        new Issue(
                                repository,
                                number,
                                "It crashes",
                                "When I press it.",
                                true,
                                new GithubAccount(9, "somebody"),
                                url(number),
                                false));
    }

    private String url(int number) {
        return "https://github.com/" + repository + "/issues/" + number;
    }

    /** The numbers of comments are GitHub's, and each is there once. */
    private String comment(int number, String body) {
        ObjectNode comment = MAPPER.createObjectNode();
        comment.put("action", "created");
        comment.putObject("issue").put("number", ISSUE);
        ObjectNode said = comment.putObject("comment");
        said.put("id", number + (Math.abs((long) repository.hashCode()) << 10)).put("body", body);
        said.putObject("user")
                .put("id", poster.id())
                .put("login", poster.login())
                .put("type", "User");
        comment.putObject("repository").put("full_name", repository.toString());
        comment.putObject("sender").put("type", "User");
        return comment.toString();
    }

    private static void tell(String delivery, String body) {
        new ToldByGithub(delivery, "issue_comment", body).send().then().statusCode(202);
    }

    /** As a browser: to GitHub, where somebody consents, and back to us. */
    private GithubAccount linked() {
        Response page =
                given().header("Authorization", "Bearer " + key).post("/api/github/authorize");
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        Response sentBack =
                given().redirects()
                        .follow(false)
                        .urlEncodingEnabled(false)
                        .get(page.<String>path("url"));
        URI back = URI.create(sentBack.header("Location"));
        Response linked =
                SigningAgent.confirm(
                        key,
                        given().urlEncodingEnabled(false)
                                .get(back.getPath() + "?" + back.getRawQuery()));
        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(200);
        Response shown = get("/api/github");
        return new GithubAccount(
                shown.jsonPath().getLong("github_id"), shown.path("github_username"));
    }

    private void topUp() {
        given().header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body("{\"amount_cents\": 100000, \"currency\": \"usd\"}")
                .post("/api/balance/top-up")
                .then()
                .statusCode(201);
    }

    private Response imported(String idempotencyKey) {
        return hears(
                given().header("Authorization", "Bearer " + key)
                        .header("Idempotency-Key", idempotencyKey)
                        .contentType(ContentType.JSON)
                        .body(
                                "{\"issue_url\": \"%s\", \"reward_cents\": 5000}"
                                        .formatted(url(ISSUE)))
                        .post("/api/bounties/import"));
    }

    private Response verify(int number, String body) {
        return hears(
                given().contentType(ContentType.JSON)
                        .body(
                                Map.of(
                                        "repository",
                                        repository.toString(),
                                        "number",
                                        number,
                                        "body",
                                        body))
                        .post("/api/github/comments/verify"));
    }

    private Response get(String path) {
        return hears(given().header("Authorization", "Bearer " + key).get(path));
    }

    /** What was answered is not to hold a secret either. */
    private Response hears(Response answer) {
        ear.hear(answer.asString());
        return answer;
    }
}
