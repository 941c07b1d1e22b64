package io.guildhall.bootstrap.mergebounty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Installations.Serving;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.Notices;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The service on PostgreSQL and GitHub: who is linked, what is heard, and that no secret is told.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WithGithub.class)
class GithubTest {

    @Inject RegistryForTests registry;
    @Inject Installations installations;
    @Inject Notices notices;
    @Inject Transactions transactions;

    private LogEar ear;
    private StubGithub github;
    private AgentWallet operatorWallet;
    private AgentWallet agentWallet;
    private String key;
    private String agent;

    @BeforeEach
    void githubAndAPendingAgent() {
        github = WithGithub.start();
        ear = new LogEar();
        operatorWallet = AgentWallet.random();
        agentWallet = AgentWallet.random();
        key = SigningAgent.newOperatorKey();
        agent = registered(operatorWallet, agentWallet);
    }

    @AfterEach
    void nothingIsWrongAndNoSecretWasTold() {
        ear.close();
        github.close();
        assertThat(github.complaints()).isEmpty();
        ear.heardNoSecretOf(github);
    }

    @Test
    void linkAndRegistrationMakeAnAgentActiveInEitherOrder() {
        assertThat(confirm().<String>path("status")).isEqualTo("PENDING_GITHUB");

        Response linked = confirmed(followed(consentPage()));

        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(200);
        assertThat(linked.<String>path("agentId")).isEqualTo(agent);
        assertThat(linked.<String>path("status")).isEqualTo("ACTIVE");
        hears(linked);
        Response shown = get("/v1/agents/" + agent);
        assertThat(shown.<String>path("status")).isEqualTo("ACTIVE");
        assertThat(shown.<String>path("githubUsername")).isEqualTo(linked.path("githubUsername"));
        assertThat(SigningAgent.newAccessKey(key, agent)).startsWith("mb_agent_");

        operatorWallet = AgentWallet.random();
        agentWallet = AgentWallet.random();
        key = SigningAgent.newOperatorKey();
        agent = registered(operatorWallet, agentWallet);
        assertThat(confirmed(followed(consentPage())).<String>path("status"))
                .isEqualTo("PENDING_GITHUB");
        assertThat(confirm().<String>path("status")).isEqualTo("ACTIVE");
    }

    @Test
    void browserIsSentThereAndBack() {
        Response sent =
                given().redirects()
                        .follow(false)
                        .header("Authorization", "Bearer " + key)
                        .get("/v1/agents/" + agent + "/github/authorize");
        assertThat(sent.statusCode()).isEqualTo(302);

        assertThat(followed(URI.create(sent.header("Location"))).statusCode()).isEqualTo(200);
    }

    @Test
    void browserIsShownWhomItsAccountWouldBelongTo() {
        String query = "code=" + github.consented(account()) + "&state=" + state(consentPage());

        Response page =
                given().urlEncodingEnabled(false)
                        .header("Accept", "text/html,*/*;q=0.8")
                        .get("/v1/github/callback?" + query);

        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        assertThat(page.asString())
                .contains("Nothing is linked yet", "POST /v1/agents/" + agent + "/github/confirm");
        assertThat(get("/v1/agents/" + agent).<String>path("githubUsername")).isNull();
    }

    private Response confirmed(Response back) {
        return SigningAgent.confirm(key, back);
    }

    @Test
    void wayBackIsOpenOnce() {
        String state = state(consentPage());
        GithubAccount account = account();
        String code = github.consented(account);

        assertThat(callback("code=" + code + "&state=" + state).statusCode()).isEqualTo(200);

        assertRefused(callback("code=" + code + "&state=" + state), 400, "BAD_REQUEST");
        assertRefused(
                callback("code=" + code + "&state=" + state(consentPage())), 400, "BAD_REQUEST");
        assertRefused(
                callback("error=access_denied&state=" + state(consentPage())), 403, "FORBIDDEN");
        assertRefused(callback("code=x&state=nobodys"), 400, "BAD_REQUEST");
    }

    @Test
    void accountOfAnotherAgentIsTaken() {
        GithubAccount account = account();
        String first = state(consentPage());
        confirmed(callback("code=" + github.consented(account) + "&state=" + first))
                .then()
                .statusCode(200);
        agent = registered(operatorWallet, AgentWallet.random());

        assertRefused(
                confirmed(
                        callback(
                                "code="
                                        + github.consented(account)
                                        + "&state="
                                        + state(consentPage()))),
                409,
                "CONFLICT");
        assertThat(get("/v1/agents/" + agent).<String>path("githubUsername")).isNull();
    }

    @Test
    void outageOfGithubIsToldAndPasses() {
        github.fail(502, Map.of());
        assertRefused(callback("code=x&state=" + state(consentPage())), 503, "SERVICE_UNAVAILABLE");
        github.fail(429, Map.of("Retry-After", "1"));
        Response limited = callback("code=x&state=" + state(consentPage()));
        assertRefused(limited, 503, "SERVICE_UNAVAILABLE");
        assertThat(limited.header("Retry-After")).isEqualTo("1");
        github.recover();

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(followed(consentPage()).statusCode()).isEqualTo(200));
    }

    @Test
    void installationIsHeardFromASignedNotice() {
        RepositoryName repository = repository();
        long installation = installation();
        String id = UUID.randomUUID().toString();
        String created = created(installation, repository);

        assertThat(told(id, created).send().statusCode()).isEqualTo(202);
        assertThat(told(id, created).send().statusCode()).isEqualTo(202);
        awaitServed(repository, installation);

        String deleted =
                "{\"action\": \"deleted\", \"installation\": {\"id\": %d}}".formatted(installation);
        told(deleted).send().then().statusCode(202);
        Awaitility.await().until(() -> installations.serving(repository).isEmpty());
        // A repetition is known, and a straggler changes nothing any more.
        told(id, created).send().then().statusCode(202);
        RepositoryName later = repository();
        String straggler = created(installation, later);
        told(straggler).send();
        String last = created(installation(), later);
        told(last).send();
        Awaitility.await().until(() -> installations.serving(later).isPresent());
        assertThat(installations.serving(later).map(Serving::installation))
                .isNotEqualTo(Optional.of(installation));
        assertThat(installations.serving(repository)).isEmpty();
    }

    @Test
    void whatIsNotSignedIsRefused() {
        RepositoryName repository = repository();
        String body = created(installation(), repository);
        String id = UUID.randomUUID().toString();

        assertRefused(told(id, body).send(told(body + " ").signature()), 401, "NOTICE_NOT_SIGNED");
        assertRefused(told(id, body).send(""), 401, "NOTICE_NOT_SIGNED");
        assertRefused(
                given().contentType(ContentType.JSON).body(body).post("/v1/github/webhook"),
                401,
                "NOTICE_NOT_SIGNED");
        assertThat(transactions.<Boolean>run(() -> notices.keep(notice(id, body))))
                .as("nothing was kept under this id")
                .isTrue();
    }

    /** As a process leaves it that dies after it has answered. */
    @Test
    void whatWasKeptAndNotHeardIsHeardLater() {
        RepositoryName repository = repository();
        long installation = installation();

        transactions.run(() -> {
            notices.keep(notice(UUID.randomUUID().toString(), created(installation, repository)));
        });

        awaitServed(repository, installation);
    }

    private static Notice notice(String id, String body) {
        return new Notice(id, "installation", body, Instant.now(), 0);
    }

    private void awaitServed(RepositoryName repository, long installation) {
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(installations.serving(repository))
                                .map(Serving::installation)
                                .contains(installation));
    }

    private static RepositoryName repository() {
        return new RepositoryName("octocat", UUID.randomUUID().toString());
    }

    private static long installation() {
        return UUID.randomUUID().getLeastSignificantBits() >>> 1;
    }

    private static GithubAccount account() {
        return new GithubAccount(installation(), "octobot");
    }

    private static String created(long installation, RepositoryName repository) {
        return """
        {"action": "created", "installation": {"id": %d}, "repositories": [{"id": %d, "full_name": "%s"}]}
        """
                .formatted(installation, StubGithub.idOf(repository), repository);
    }

    private static ToldByGithub told(String id, String body) {
        return new ToldByGithub(id, "installation", body);
    }

    private static ToldByGithub told(String body) {
        return told(UUID.randomUUID().toString(), body);
    }

    private String registered(AgentWallet operator, AgentWallet wallet) {
        return SigningAgent.with(key, "/v1/agents", SigningAgent.registration(operator, wallet))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response confirm() {
        return SigningAgent.with(
                key,
                "/v1/agents/" + agent + "/onchain-registered",
                "{\"txHash\": \"%s\"}"
                        .formatted(
                                registry.registered(
                                        agentWallet.address(), operatorWallet.address())));
    }

    private Response get(String path) {
        return given().header("Authorization", "Bearer " + key).get(path);
    }

    private URI consentPage() {
        Response answer = SigningAgent.with(key, "/v1/agents/" + agent + "/github/authorize", "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return URI.create(answer.path("url"));
    }

    /** As a browser: to GitHub, where somebody consents, and back to us. */
    private Response followed(URI consentPage) {
        Response sentBack =
                given().redirects()
                        .follow(false)
                        .urlEncodingEnabled(false)
                        .get(consentPage.toString());
        assertThat(sentBack.statusCode()).as(sentBack.asString()).isEqualTo(302);
        URI back = URI.create(sentBack.header("Location"));
        assertThat(back.toString()).startsWith("http://127.0.0.1:8081/v1/github/callback?");
        return callback(back.getRawQuery());
    }

    private Response callback(String query) {
        Response answer = given().urlEncodingEnabled(false).get("/v1/github/callback?" + query);
        hears(answer);
        return answer;
    }

    /** What was answered is not to hold a secret either. */
    private void hears(Response answer) {
        ear.hear(answer.asString());
    }

    private static String state(URI consentPage) {
        for (String pair : consentPage.getRawQuery().split("&", -1)) {
            if (pair.startsWith("state=")) {
                return pair.substring("state=".length());
            }
        }
        throw new AssertionError("No state in " + consentPage);
    }

    private void assertRefused(Response answer, int status, String code) {
        hears(answer);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.code")).isEqualTo(code);
    }
}
