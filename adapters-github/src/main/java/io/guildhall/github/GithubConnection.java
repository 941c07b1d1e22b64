package io.guildhall.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.authorization.AuthorizationProvider;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** Carries what the library asks by our own HTTP, with its limits and its outages. */
final class GithubConnection implements GitHubConnector {

    private static final int HUNDRED = 100;
    private static final int ELSEWHERE = 3;

    /** The client sets these by itself, and refuses them from others. */
    private static final Set<String> CLIENTS_OWN = clientsOwn();

    private final Sender sender;
    private final URI apiUrl;

    /** Sends as {@link GithubHttp#send} does. */
    interface Sender {
        HttpResponse<byte[]> send(HttpRequest.Builder request);
    }

    GithubConnection(Sender sender, URI apiUrl) {
        this.sender = sender;
        this.apiUrl = apiUrl;
    }

    /** GitHub for whom these credentials speak; asks nothing yet. */
    GitHub as(AuthorizationProvider credentials) throws IOException {
        return new GitHubBuilder()
                .withEndpoint(apiUrl.toString())
                .withConnector((GitHubConnector) this)
                .withAuthorizationProvider(credentials)
                .build();
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest asked) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(asked.url().toString()))
                        .method(asked.method(), body(asked));
        asked.allHeaders()
                .forEach((name, values) -> {
                    if (!CLIENTS_OWN.contains(name)) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        HttpResponse<byte[]> answer = sender.send(request);
        if (answer.statusCode() / HUNDRED == ELSEWHERE) {
            // The library would go there, and take what it finds for GitHub's own word.
            throw GithubHttp.unavailable("it sends us elsewhere", null);
        }
        return new Answer(asked, answer);
    }

    private static BodyPublisher body(GitHubConnectorRequest asked) throws IOException {
        try (InputStream bytes = asked.body()) {
            return bytes == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(bytes.readAllBytes());
        }
    }

    private static Set<String> clientsOwn() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Set.of("Accept-Encoding", "Content-Length", "Host", "Connection"));
        return names;
    }

    private static final class Answer extends GitHubConnectorResponse.ByteArrayResponse {

        private final byte[] body;

        Answer(GitHubConnectorRequest asked, HttpResponse<byte[]> answer) {
            super(asked, answer.statusCode(), answer.headers().map());
            this.body = answer.body();
        }

        @Override
        protected InputStream rawBodyStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
