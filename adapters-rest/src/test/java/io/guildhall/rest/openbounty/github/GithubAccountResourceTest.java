package io.guildhall.rest.openbounty.github;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.comment.SealedComments;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.PlainCommentSeals;
import io.guildhall.application.inmemory.ScriptedCodeHost;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator's account at GitHub, and comments there. */
@QuarkusTest
class GithubAccountResourceTest {

    private static final String VERIFY = "/api/github/comments/verify";

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;
    private GithubAccount account;

    @BeforeEach
    void parties() {
        scene = Scene.of(guildhall);
        long id = UUID.randomUUID().getLeastSignificantBits() >>> 1;
        account = new GithubAccount(id, "ann" + id);
        guildhall.codeHost.willSay("code" + id, account);
    }

    @Test
    void operatorIsLinkedOnceItConfirmsIt() {
        Response back = comeBack(scene.poster);

        assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
        assertThat(back.jsonPath().getMap("$")).doesNotContainKey("agentId");
        assertThat(back.<String>path("confirmAt")).isEqualTo("/api/github/confirm");
        assertThat(isLinked(scene.poster)).as("by coming back").isFalse();
        assertThat(confirm(scene.workshop, back).statusCode()).isEqualTo(422);
        assertThat(confirm(scene.agent, back).statusCode()).isEqualTo(403);
        assertThat(isLinked(scene.workshop)).isFalse();
        Response confirmed = confirm(scene.poster, back);

        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        Response shown = scene.poster.get("/api/github");
        assertThat(shown.asString()).isEqualTo(confirmed.asString());
        assertThat(shown.<Boolean>path("linked")).isTrue();
        assertThat(shown.<String>path("github_username")).isEqualTo(account.login());
        assertThat(shown.jsonPath().getLong("github_id")).isEqualTo(account.id());
    }

    @Test
    void accountOfAnotherOperatorIsTaken() {
        confirm(scene.poster, comeBack(scene.poster)).then().statusCode(200);
        guildhall.codeHost.willSay("code" + account.id(), account);

        assertThat(confirm(scene.workshop, comeBack(scene.workshop)).statusCode()).isEqualTo(409);
        assertThat(isLinked(scene.workshop)).isFalse();
    }

    @Test
    void onlyOperatorsAsk() {
        assertThat(scene.agent.get("/api/github").statusCode()).isEqualTo(403);
        assertThat(scene.agent.post("/api/github/authorize", "").statusCode()).isEqualTo(403);
        assertThat(given().post("/api/github/authorize").statusCode()).isEqualTo(401);
    }

    @Test
    void addressIsShownOnce() {
        Response first = scene.poster.postOnce("/api/github/authorize", "", "link-1");
        Response again = scene.poster.postOnce("/api/github/authorize", "", "link-1");

        assertThat(first.<String>path("url")).contains("state=");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("url")).isNull();
    }

    @Test
    void anybodyTellsOurCommentsFromImpostors() {
        RepositoryName repository = new RepositoryName("octocat", "hello-world");
        String body =
                new SealedComments(new PlainCommentSeals())
                        .sealed(repository, 7, "A bounty.", guildhall.clock.instant());

        Response ours = verify("Octocat/Hello-World", 7, body);
        assertThat(ours.<Boolean>path("ours")).as(ours.asString()).isTrue();
        assertThat(ours.<String>path("said_at")).startsWith("20");
        Response copied = verify("octocat/hello-world", 8, body);
        assertThat(copied.<Boolean>path("ours")).isFalse();
        assertThat(copied.<String>path("said_at")).isNull();
        assertThat(verify("octocat/hello-world", 7, "A bounty.").<Boolean>path("ours")).isFalse();
    }

    @Test
    void whatIsNoCommentIsRefused() {
        Response refused = verify("octocat", 0, "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("details.field"))
                .containsExactlyInAnyOrder("repository", "number", "body");
    }

    private static Response verify(String repository, int number, String body) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("repository", repository, "number", number, "body", body))
                .post(VERIFY);
    }

    private static boolean isLinked(Client operator) {
        return operator.get("/api/github").<Boolean>path("linked");
    }

    private static Response confirm(Client caller, Response back) {
        return caller.post(
                "/api/github/confirm", "{\"code\": \"%s\"}".formatted(back.<String>path("code")));
    }

    private Response comeBack(Client operator) {
        String url = operator.post("/api/github/authorize", "").path("url");
        return given().get(
                        "/v1/github/callback?code=code"
                                + account.id()
                                + "&state="
                                + ScriptedCodeHost.stateOf(URI.create(url)));
    }
}
