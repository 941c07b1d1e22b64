package io.guildhall.bootstrap.mergebounty;

import static io.guildhall.domain.pullrequest.PullRequestFixture.like;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.codehost.ReviewVerdict.State;
import io.guildhall.github.StubGithub;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/** A repository at GitHub, what people do there, and what GitHub tells of it. */
final class GithubRoom implements AutoCloseable {

    static final GithubAccount MAINTAINER = account("maintainer");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final StubGithub github = WithGithub.start();
    final RepositoryName repository =
            new RepositoryName("org", "repo-" + UUID.randomUUID().toString().substring(0, 8));

    GithubRoom() {
        long installation = number();
        github.install(installation, repository.name());
        github.repositories().permit(repository, MAINTAINER, "write");
        tell(
                "installation",
                """
                {"action": "created", "installation": {"id": %d}, "repositories": [{"id": %d, "full_name": "%s"}]}
                """
                        .formatted(installation, StubGithub.idOf(repository), repository));
    }

    static GithubAccount account(String login) {
        return new GithubAccount(number(), login);
    }

    private static long number() {
        return UUID.randomUUID().getLeastSignificantBits() >>> 1;
    }

    /** The agent's operator consents as this account. */
    void link(String operatorKey, String agent, GithubAccount account) {
        Response asked =
                SigningAgent.with(operatorKey, "/v1/agents/" + agent + "/github/authorize", "");
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(200);
        String query = URI.create(asked.<String>path("url")).getRawQuery();
        String state = query.replaceFirst("^(.*&)?state=", "").replaceFirst("&.*$", "");
        Response back =
                given().urlEncodingEnabled(false)
                        .get(
                                "/v1/github/callback?code="
                                        + github.consented(account)
                                        + "&state="
                                        + state);
        SigningAgent.confirm(operatorKey, back).then().statusCode(200);
    }

    String issueUrl(int issue) {
        return "https://github.com/" + repository + "/issues/" + issue;
    }

    /** Somebody has opened it. */
    void hasIssue(int number) {
        github.repositories()
                .put(
                        new Issue(
                                repository,
                                number,
                                "Fix memory leak in cache module",
                                "It leaks.\n\n- [ ] No leak is left\n",
                                true,
                                MAINTAINER,
                                issueUrl(number),
                                false));
    }

    /** A commit that nothing has been at before. */
    static String commit() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "").substring(0, 40);
    }

    PullRequest opened(int number, int issue, GithubAccount author, String head) {
        return pullRequest()
                .in(repository)
                .number(number)
                .saying("Fixes #" + issue)
                .author(author)
                .from(new RepositoryName("octobot", repository.name()), "fix")
                .head(head)
                .build();
    }

    static PullRequest merged(PullRequest pull) {
        return like(pull)
                .mergedBy(MAINTAINER, Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .build();
    }

    /** It is so from now on, and GitHub tells. */
    void happens(String action, PullRequest pull) {
        github.repositories().put(pull);
        tell("pull_request", notice("pull_request", action, pull).toString());
    }

    void askForChanges(PullRequest pull, String body) {
        github.repositories()
                .review(
                        repository,
                        pull.number(),
                        new ReviewVerdict(
                                number() >>> 20,
                                MAINTAINER,
                                State.CHANGES_REQUESTED,
                                body,
                                pull.headSha(),
                                Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS),
                                true));
        tell("pull_request_review", notice("pull_request_review", "submitted", pull).toString());
    }

    void checksPass(String head) {
        github.repositories().checkRun(repository, head, "build", "completed", "success");
        ObjectNode notice = example("check_suite", "completed");
        name(notice);
        ((ObjectNode) notice.path("check_suite")).put("head_sha", head);
        tell("check_suite", notice.toString());
    }

    /** How often the checks of a commit were asked for. */
    long looksAt(String head) {
        return github.asked().stream()
                .filter(asked -> asked.endsWith("/commits/" + head + "/check-runs"))
                .count();
    }

    /** GitHub's own example of it, with what is so here. */
    JsonNode notice(String event, String action, PullRequest pull) {
        ObjectNode notice = example(event, action);
        name(notice);
        ObjectNode about = (ObjectNode) notice.path("pull_request");
        about.put("number", pull.number())
                .put("title", pull.title())
                .put("body", pull.body())
                .put("state", pull.state())
                .put("draft", pull.isDraft())
                .put("html_url", pull.url());
        ((ObjectNode) about.path("user"))
                .put("id", pull.author().id())
                .put("login", pull.author().login());
        ((ObjectNode) about.path("head")).put("sha", pull.headSha());
        if (notice.has("number")) {
            notice.put("number", pull.number());
        }
        return notice;
    }

    private void name(ObjectNode notice) {
        ((ObjectNode) notice.path("repository"))
                .put("name", repository.name())
                .put("full_name", repository.toString());
    }

    private static ObjectNode example(String event, String action) {
        try (InputStream recorded =
                Objects.requireNonNull(
                        StubGithub.class.getResourceAsStream("pulls.webhooks.json"))) {
            for (JsonNode kind : MAPPER.readTree(recorded)) {
                for (JsonNode example : kind.path("examples")) {
                    boolean isIt =
                            kind.path("name").asText().equals(event)
                                    && example.path("action").asText().equals(action);
                    if (isIt) {
                        return (ObjectNode) example;
                    }
                }
            }
            throw new AssertionError("Nothing was recorded of " + event + " " + action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(String event, String body) {
        tell(UUID.randomUUID().toString(), event, body);
    }

    void tell(String delivery, String event, String body) {
        Response told = new ToldByGithub(delivery, event, body).send();
        assertThat(told.statusCode()).as(told.asString()).isEqualTo(202);
    }

    @Override
    public void close() {
        github.close();
    }
}
