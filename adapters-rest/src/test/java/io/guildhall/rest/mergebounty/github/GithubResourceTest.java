package io.guildhall.rest.mergebounty.github;

import static io.guildhall.rest.mergebounty.WalletScene.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.ScriptedCodeHost;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.rest.mergebounty.WalletScene;
import io.guildhall.rest.openbounty.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way to GitHub and back as a browser and a program go it, and what GitHub tells. */
@QuarkusTest
class GithubResourceTest {

    private static final AtomicLong ACCOUNTS = new AtomicLong(1);

    @Inject InMemoryGuildhall guildhall;

    private WalletScene scene;
    private String agent;

    @BeforeEach
    void pendingAgent() {
        scene = WalletScene.of(guildhall);
        agent = scene.pending();
    }

    @Test
    void browserIsSentToGithub() {
        Response answer =
                given().redirects()
                        .follow(false)
                        .header("Authorization", "Bearer " + scene.operator.key())
                        .get(authorize());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/login/oauth/authorize?state=");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void programIsToldWhereToGo() {
        Response answer = scene.operator.post(authorize(), "");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("$")).containsOnlyKeys("url");
        assertThat(answer.<String>path("url")).contains("/login/oauth/authorize?state=");
        assertThat(scene.operator.post(authorize(), "").<String>path("url"))
                .isNotEqualTo(answer.path("url"));
    }

    @Test
    void whoComesBackIsLinkedOnceItsOperatorConfirmsIt() {
        GithubAccount account = account();

        Response back = comeBack(state(), account);

        assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
        assertThat(back.jsonPath().getMap("$"))
                .containsOnlyKeys(
                        "message",
                        "githubUsername",
                        "agentId",
                        "operatorId",
                        "operatorName",
                        "code",
                        "confirmAt");
        assertThat(back.<String>path("agentId")).isEqualTo(agent);
        assertThat(back.<String>path("githubUsername")).isEqualTo(account.login());
        assertThat(back.<String>path("message"))
                .startsWith("Nothing is linked yet. The account " + account.login());
        assertThat(back.header("Cache-Control")).contains("no-store");
        assertThat(githubUsername()).isNull();

        Response answer = confirm(back);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("$"))
                .containsOnlyKeys("agentId", "githubUsername", "status");
        assertThat(answer.<String>path("agentId")).isEqualTo(agent);
        assertThat(answer.<String>path("githubUsername")).isEqualTo(account.login());
        assertThat(answer.<String>path("status")).isEqualTo("PENDING_GITHUB");
        assertThat(githubUsername()).isEqualTo(account.login());
        assertRefused(confirm(back), 400, "BAD_REQUEST");
    }

    @Test
    void codeIsNothingToAnybodyElse() {
        Response back = comeBack(state(), account());
        WalletScene other = WalletScene.of(guildhall);

        assertRefused(confirm(other.operator, back), 404, "NOT_FOUND");
        assertRefused(
                given().contentType(ContentType.JSON)
                        .body(Map.of("code", back.path("code")))
                        .post(back.<String>path("confirmAt")),
                401,
                "UNAUTHORIZED");
        assertRefused(scene.operator.post(back.path("confirmAt"), "{}"), 400, "BAD_REQUEST");
        assertThat(githubUsername()).isNull();

        assertThat(confirm(back).statusCode()).isEqualTo(200);
    }

    @Test
    void browserIsShownAPage() {
        GithubAccount account = account();
        String code = "code" + account.id();
        guildhall.codeHost.willSay(code, account);

        Response answer =
                given().redirects()
                        .follow(false)
                        .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                        .get("/v1/github/callback?code=" + code + "&state=" + state());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).matches("/github/confirm\\?code=[A-Za-z0-9_-]{43}");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(githubUsername()).isNull();
    }

    private Response confirm(Response back) {
        return confirm(scene.operator, back);
    }

    private static Response confirm(Client operator, Response back) {
        return operator.post(
                back.path("confirmAt"), "{\"code\": \"%s\"}".formatted(back.<String>path("code")));
    }

    private @Nullable String githubUsername() {
        return scene.operator.get("/v1/agents/" + agent).path("githubUsername");
    }

    @Test
    void refusalsAreInTheDoorsEnvelope() {
        String state = state();
        assertRefused(callback("?code=x&state=madeup"), 400, "BAD_REQUEST");
        assertRefused(callback("?code=x"), 400, "BAD_REQUEST");
        assertRefused(callback(""), 400, "BAD_REQUEST");
        assertRefused(callback("?error=access_denied&state=" + state), 403, "FORBIDDEN");
        assertRefused(callback("?code=x&state=" + state), 400, "BAD_REQUEST");
        assertRefused(callback("?code=wrong&state=" + state()), 400, "BAD_REQUEST");
        GithubAccount account = account();
        confirm(comeBack(state(), account)).then().statusCode(200);
        scene = WalletScene.of(guildhall);
        agent = scene.pending();
        assertRefused(confirm(comeBack(state(), account)), 409, "CONFLICT");
    }

    @Test
    void onlyItsOperatorBegins() {
        Client other = Client.of(Members.operator(guildhall));

        assertRefused(other.post(authorize(), ""), 404, "NOT_FOUND");
        assertRefused(given().post(authorize()), 401, "UNAUTHORIZED");
        assertRefused(given().redirects().follow(false).get(authorize()), 401, "UNAUTHORIZED");
        assertRefused(
                scene.operator.post("/v1/agents/clagent_x/github/authorize", ""), 404, "NOT_FOUND");
    }

    @Test
    void whatGithubTellsIsKeptIfItIsSigned() {
        String id = UUID.randomUUID().toString();
        String body = "{\"zen\": \"Design for failure. ü\"}";
        String good = "signed " + body.length();

        assertThat(tell(id, "ping", good, body).statusCode()).isEqualTo(202);
        assertThat(tell(id, "ping", good, body).statusCode()).isEqualTo(202);
        assertThat(tell(id, "ping", good, body).asString()).isEmpty();
        assertRefused(tell(id, "ping", "signed 1", body), 401, "NOTICE_NOT_SIGNED");
        assertRefused(
                given().contentType(ContentType.JSON).body(body).post("/v1/github/webhook"),
                401,
                "NOTICE_NOT_SIGNED");
        assertRefused(tell("", "ping", good, body), 400, "BAD_REQUEST");
        var kept =
                guildhall.transactions.run(
                        () -> guildhall.notices.takeDue(guildhall.clock.instant()));
        assertThat(kept)
                .hasValueSatisfying(notice -> {
                    assertThat(notice.id()).isEqualTo(id);
                    assertThat(notice.body()).isEqualTo(body);
                });
    }

    private Response tell(String id, String event, String signature, String body) {
        return given().contentType(ContentType.JSON)
                .header("X-GitHub-Delivery", id)
                .header("X-GitHub-Event", event)
                .header("X-Hub-Signature-256", signature)
                .body(body)
                .post("/v1/github/webhook");
    }

    private String authorize() {
        return "/v1/agents/" + agent + "/github/authorize";
    }

    private String state() {
        return ScriptedCodeHost.stateOf(
                URI.create(scene.operator.post(authorize(), "").path("url")));
    }

    private Response comeBack(String state, GithubAccount account) {
        String code = "code" + account.id();
        guildhall.codeHost.willSay(code, account);
        return callback("?code=" + code + "&state=" + state);
    }

    private static Response callback(String query) {
        return given().get("/v1/github/callback" + query);
    }

    private static GithubAccount account() {
        long id = ACCOUNTS.getAndIncrement();
        return new GithubAccount(id, "bot" + id);
    }
}
