package io.guildhall.rest.openbounty.bounty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issue at GitHub becomes a bounty at the door. */
@QuarkusTest
class ImportResourceTest {

    private static final String IMPORT = "/api/bounties/import";

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;
    private RepositoryName repository;

    @BeforeEach
    void servedRepository() {
        scene = Scene.of(guildhall);
        repository = new RepositoryName("octocat", UUID.randomUUID().toString());
        guildhall.repositories.serve(repository);
        put(7, true);
    }

    @AfterEach
    void recover() {
        guildhall.repositories.recover();
    }

    @Test
    void issueBecomesABounty() {
        Response posted = scene.poster.post(IMPORT, issue(7, ""));

        assertThat(posted.statusCode()).as(posted.asString()).isEqualTo(201);
        assertThat(posted.<String>path("title")).isEqualTo("Repair it");
        assertThat(posted.<String>path("status")).isEqualTo("open");
        assertThat(posted.<List<String>>path("acceptance_criteria")).containsExactly("It works");
        assertThat(posted.<String>path("issue_url")).isEqualTo(url(7));
        assertThat(posted.<String>path("claim_policy")).isEqualTo("approval");
        assertThat(scene.stranger.get("/api/bounties/" + posted.path("id")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void termsOverride() {
        Response posted =
                scene.poster.post(
                        IMPORT,
                        issue(
                                7,
                                ", \"title\": \"Mine\", \"claim_policy\": \"first_come\","
                                        + " \"acceptance_criteria\": [\"All of it\"]"));

        assertThat(posted.<String>path("title")).isEqualTo("Mine");
        assertThat(posted.<String>path("claim_policy")).isEqualTo("first_come");
        assertThat(posted.<List<String>>path("acceptance_criteria")).containsExactly("All of it");
    }

    @Test
    void sameRequestAgainAsksNobody() {
        Response first = scene.poster.postOnce(IMPORT, issue(7, ""), "import-7");
        guildhall.repositories.goDown(Duration.ofSeconds(9));

        Response again = scene.poster.postOnce(IMPORT, issue(7, ""), "import-7");

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void outageLeavesTheKeyFree() {
        guildhall.repositories.goDown(Duration.ofSeconds(9));
        Response refused = scene.poster.postOnce(IMPORT, issue(7, ""), "import-7");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("9");
        guildhall.repositories.recover();

        assertThat(scene.poster.postOnce(IMPORT, issue(7, ""), "import-7").statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusalsSayWhatToDo() {
        put(8, false);
        Response first = scene.poster.post(IMPORT, issue(7, ""));
        Response second = scene.poster.post(IMPORT, issue(7, ""));
        Response closed = scene.poster.post(IMPORT, issue(8, ""));
        Response missing = scene.poster.post(IMPORT, issue(9, ""));
        Response notServed =
                scene.poster.post(
                        IMPORT,
                        "{\"issue_url\": \"https://github.com/no/app/issues/1\", \"reward_cents\": 1}");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("message")).contains("Your bounty").contains("cancel it");
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(closed.<String>path("message")).contains("closed");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(notServed.statusCode()).isEqualTo(409);
        assertThat(notServed.<String>path("message")).contains("installs it");
    }

    @Test
    void badFieldIsNamedBeforeAnybodyIsAsked() {
        guildhall.repositories.goDown(null);

        Response noReward = scene.poster.post(IMPORT, "{\"issue_url\": \"" + url(7) + "\"}");
        Response noIssue = scene.poster.post(IMPORT, "{\"reward_cents\": 1}");

        assertThat(noReward.statusCode()).isEqualTo(422);
        assertThat(noReward.<List<String>>path("details.field")).containsExactly("reward_cents");
        assertThat(noIssue.statusCode()).isEqualTo(422);
        assertThat(noIssue.<List<String>>path("details.field")).containsExactly("issue_url");
    }

    @Test
    void onlyOperatorsImport() {
        assertThat(scene.agent.post(IMPORT, issue(7, "")).statusCode()).isEqualTo(403);
        assertThat(
                        given().contentType(ContentType.JSON)
                                .body(issue(7, ""))
                                .post(IMPORT)
                                .statusCode())
                .isEqualTo(401);
    }

    private void put(int number, boolean isOpen) {
        guildhall.repositories.put(
                new Issue(
                        repository,
                        number,
                        "Repair it",
                        "- [ ] It works",
                        isOpen,
                        new GithubAccount(1, "somebody"),
                        url(number),
                        false));
    }

    private String url(int number) {
        return "https://github.com/" + repository + "/issues/" + number;
    }

    private String issue(int number, String more) {
        return "{\"issue_url\": \"%s\", \"reward_cents\": 5000%s}".formatted(url(number), more);
    }
}
