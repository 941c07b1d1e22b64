package io.guildhall.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryNotServed;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.github.KeptAnswers.Asked;
import io.guildhall.github.KeptAnswers.Kept;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asks GitHub about a repository, as the installation that serves it. One question is one request,
 * repeated once when our token has come to its end before its time, or the repository is elsewhere
 * now; each installation has limits and outages of its own.
 */
final class InstallationApi {

    private static final Logger LOG = Logger.getLogger(InstallationApi.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int INSTALLATIONS_MAX = 1_000;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final Set<Integer> MOVED = Set.of(301, 307, 308);
    private static final int HUNDRED = 100;
    private static final int ELSEWHERE = 3;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int NOT_PROCESSABLE = 422;

    private final GithubSettings settings;
    private final InstallationTokens tokens;
    private final InstantSource clock;
    private final GithubHttp http;
    private final KeptAnswers keptAnswers = new KeptAnswers();
    private final Map<Long, Line> lines = new ConcurrentHashMap<>();

    /** What is remembered of an installation: when to be quiet. */
    private record Line(GithubHttp http, Restraint restraint) {}

    InstallationApi(GithubSettings settings, InstallationTokens tokens, InstantSource clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
        this.http = new GithubHttp(settings.timeLimit(), clock);
    }

    /**
     * Empty for what is not there, or has left GitHub. A repository that was renamed or moved is
     * found where it is now.
     *
     * @param path below the repository's own, such as {@code /issues/7}
     */
    Optional<JsonNode> get(RepositoryName repository, String path) {
        return withToken(repository, token -> read(token, path));
    }

    /**
     * Empty when GitHub does not take it, and would not later either.
     *
     * @param path below the repository's own
     */
    Optional<JsonNode> post(RepositoryName repository, String path, JsonNode body) {
        return withToken(repository, token -> write(token, path, body));
    }

    private interface Question {
        Answer ask(InstallationToken token);
    }

    /**
     * @param body empty unless it succeeded
     * @param movedTo where it is to be asked for instead
     */
    private record Answer(int status, Optional<JsonNode> body, Optional<URI> movedTo) {

        static Answer of(int status, JsonNode body) {
            return new Answer(status, Optional.of(body), Optional.empty());
        }

        static Answer without(int status) {
            return new Answer(status, Optional.empty(), Optional.empty());
        }
    }

    private Optional<JsonNode> withToken(RepositoryName repository, Question question) {
        InstallationToken token = tokens.forRepository(repository);
        Answer answer = question.ask(token);
        if (answer.status() == UNAUTHORIZED) {
            // Taken back before its end: as when the installation was suspended for a while.
            tokens.forget(token);
            answer = question.ask(tokens.forRepository(repository));
        }
        return switch (answer.status()) {
            case OK, CREATED -> answer.body();
            case NOT_FOUND, GONE, NOT_PROCESSABLE -> Optional.empty();
            case FORBIDDEN -> throw new RefusedException(new RepositoryNotServed(repository));
            default -> {
                if (answer.status() / HUNDRED == ELSEWHERE) {
                    yield Optional.empty();
                }
                LOG.errorf("GitHub answers %d about a repository", answer.status());
                throw GithubHttp.unavailable("it answered " + answer.status(), null);
            }
        };
    }

    private Answer read(InstallationToken token, String path) {
        Answer answer = read(token, address(token, path));
        return answer.movedTo().map(there -> read(token, there)).orElse(answer);
    }

    private Answer read(InstallationToken token, URI address) {
        Asked asked = new Asked(token.installation(), address);
        Optional<Kept> kept = keptAnswers.find(asked);
        HttpRequest.Builder request = request(token, address).GET();
        kept.ifPresent(known -> request.header("If-None-Match", known.tag()));
        HttpResponse<byte[]> answer = send(token, request);
        if (answer.statusCode() == NOT_MODIFIED && kept.isPresent()) {
            return Answer.of(OK, json(kept.get().body()));
        }
        if (answer.statusCode() != OK) {
            keptAnswers.forget(asked);
            return new Answer(answer.statusCode(), Optional.empty(), movedTo(answer));
        }
        String body = text(answer);
        answer.headers()
                .firstValue("ETag")
                .ifPresent(tag -> keptAnswers.keep(asked, new Kept(tag, body)));
        return Answer.of(OK, json(body));
    }

    /** Our token goes nowhere but to GitHub's API. */
    private Optional<URI> movedTo(HttpResponse<byte[]> answer) {
        return Optional.of(answer.statusCode())
                .filter(MOVED::contains)
                .flatMap(_ -> answer.headers().firstValue("Location"))
                .flatMap(location -> resolved(answer.uri(), location))
                .filter(this::isOfApi);
    }

    private static Optional<URI> resolved(URI asked, String location) {
        try {
            return Optional.of(asked.resolve(location).normalize());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean isOfApi(URI there) {
        URI api = settings.apiUrl();
        return api.getScheme().equals(there.getScheme())
                && api.getRawAuthority().equals(there.getRawAuthority())
                && there.getRawPath().startsWith(api.getRawPath() + "/");
    }

    private Answer write(InstallationToken token, String path, JsonNode body) {
        HttpResponse<byte[]> answer =
                send(
                        token,
                        request(token, address(token, path))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body.toString())));
        return answer.statusCode() == CREATED
                ? Answer.of(CREATED, json(text(answer)))
                : Answer.without(answer.statusCode());
    }

    private HttpResponse<byte[]> send(InstallationToken token, HttpRequest.Builder request) {
        if (lines.size() >= INSTALLATIONS_MAX) {
            // Whoever is to be left alone says so again.
            lines.clear();
        }
        Line line =
                lines.computeIfAbsent(
                        token.installation(), _ -> new Line(http.apart(), new Restraint(clock)));
        return line.restraint().ask(() -> line.http().send(request));
    }

    private static HttpRequest.Builder request(InstallationToken token, URI address) {
        return HttpRequest.newBuilder(address)
                .header("Accept", "application/vnd.github+json")
                .header("X-GitHub-Api-Version", "2022-11-28")
                .header("User-Agent", "guildhall")
                .header("Authorization", "Bearer " + token.token());
    }

    private URI address(InstallationToken token, String path) {
        return URI.create(settings.apiUrl() + "/repos/" + token.repository() + path);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException _) {
            // What the parser says would quote the body.
            throw GithubHttp.unavailable("its answer is no JSON", null);
        }
    }
}
