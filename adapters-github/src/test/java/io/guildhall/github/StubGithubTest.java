package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stub complains of what GitHub would not take: a stub that takes everything shows nothing. */
class StubGithubTest {

    private static final String TOKENS = "/app/installations/7/access_tokens";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET; /nowhere; ''",
                "DELETE; /app; ''",
                "GET; /app/installations/seven; ''",
                "GET; /user?page=1; ''",
                "POST; " + TOKENS + "; '{\"repositories\": \"hello-world\"}'",
                "POST; " + TOKENS + "; '{\"repository_names\": [\"hello-world\"]}'",
                "POST; " + TOKENS + "; '{\"permissions\": {\"contents\": \"admin\"}}'",
                "GET; /app; '{}'"
            })
    void whatIsNotInTheDescriptionIsComplainedOf(String method, String path, String body)
            throws IOException, InterruptedException {
        try (StubGithub github = StubGithub.start();
                HttpClient client = HttpClient.newHttpClient()) {
            int status = ask(client, github, method, path, body);

            assertThat(status).isEqualTo(400);
            assertThat(github.complaints()).hasSize(1);
        }
    }

    @Test
    void whoProvesNothingIsRefused() throws IOException, InterruptedException {
        try (StubGithub github = StubGithub.start();
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(ask(client, github, "GET", "/app", "")).isEqualTo(401);
            assertThat(ask(client, github, "GET", "/user", "")).isEqualTo(401);
            assertThat(github.complaints()).isEmpty();
        }
    }

    private static int ask(
            HttpClient client, StubGithub github, String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(github.apiUrl() + path))
                                .header("Authorization", "Bearer nobody")
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }
}
