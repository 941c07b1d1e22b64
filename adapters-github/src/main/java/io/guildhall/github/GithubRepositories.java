package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.Checks.Check;
import io.guildhall.domain.codehost.CommentRefused;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.IssueComment;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.PullRequestFilter;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryNotServed;
import io.guildhall.domain.codehost.RepositoryToken;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.shared.RefusedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Repositories on which our App is installed, read and written as that installation. */
public final class GithubRepositories implements Repositories {

    private static final int PAGE_SIZE = 100;
    private static final int PAGES_MAX = 10;

    /** No list goes on so far. */
    private static final int PAGES_FAR = 10_000;

    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40,64}");

    /** GitHub's clock may be behind ours by so much. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final GithubSettings settings;
    private final InstallationTokens tokens;
    private final InstallationApi api;

    public GithubRepositories(
            GithubSettings settings, InstallationTokens tokens, InstantSource clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.api = new InstallationApi(settings, tokens, clock);
    }

    @Override
    public boolean isPublic(RepositoryName repository) {
        return api.get(repository, "")
                .map(about -> about.path("private"))
                .filter(isPrivate -> isPrivate.isBoolean() && !isPrivate.booleanValue())
                .isPresent();
    }

    @Override
    public Optional<Issue> issue(RepositoryName repository, int number) {
        return api.get(repository, "/issues/" + number)
                .filter(issue -> !issue.path("pull_request").isObject())
                .map(issue -> RepositoryJson.issue(repository, issue, !isPublic(repository)));
    }

    @Override
    public Optional<PullRequest> pullRequest(RepositoryName repository, int number) {
        return api.get(repository, "/pulls/" + number)
                .filter(pull ->
                        tokens.forRepository(repository)
                                .isFor(pull.path("base").path("repo").path("id").asLong()))
                .map(pull -> RepositoryJson.pullRequest(repository, pull));
    }

    /** To GitHub it is an issue as well, and only that says who. */
    @Override
    public Optional<GithubAccount> closedBy(RepositoryName repository, int number) {
        return api.get(repository, "/issues/" + number)
                .map(issue -> issue.path("closed_by"))
                .filter(JsonNode::isObject)
                .map(RepositoryJson::account);
    }

    @Override
    public boolean isOurApp(RepositoryName repository, GithubAccount account) {
        return tokens.forRepository(repository).bot().equalsIgnoreCase(account.login());
    }

    /** The list says nothing of what they change: each is asked for by itself. */
    @Override
    public List<PullRequest> pullRequests(RepositoryName repository, PullRequestFilter filter) {
        JsonNode listed =
                api.get(
                                repository,
                                "/pulls?state="
                                        + filter.name().toLowerCase(Locale.ROOT)
                                        + "&sort=created&direction=desc&per_page="
                                        + PULL_REQUESTS_MAX)
                        .orElseThrow(() -> notServed(repository));
        List<Integer> numbers = new ArrayList<>();
        list(listed).forEach(pull -> numbers.add(pull.path("number").asInt()));
        return SideBySide.of(numbers, number -> pullRequest(repository, number)).stream()
                .flatMap(Optional::stream)
                .filter(filter::takes)
                .toList();
    }

    /** A check that ran again, or a status that was set again, counts as it is now. */
    @Override
    public Checks checks(RepositoryName repository, String sha) {
        if (!SHA.matcher(sha).matches()) {
            return Checks.NONE;
        }
        Map<String, Check> latest = new LinkedHashMap<>();
        // Before their runs: of a suite that has ended, all runs are told after that.
        List<JsonNode> suites =
                all(repository, "/commits/" + sha + "/check-suites", "check_suites");
        for (Check check : RepositoryJson.suites(suites)) {
            latest.merge("suite " + check.name(), check, GithubRepositories::worse);
        }
        for (JsonNode run :
                all(repository, "/commits/" + sha + "/check-runs?filter=latest", "check_runs")) {
            Check check = RepositoryJson.checkRun(run);
            // Of two with one name from two Apps the worse one counts.
            latest.merge("run " + check.name(), check, GithubRepositories::worse);
        }
        for (JsonNode status : all(repository, "/commits/" + sha + "/status", "statuses")) {
            Check check = RepositoryJson.status(status);
            latest.putIfAbsent("status " + check.name(), check);
        }
        return new Checks(List.copyOf(latest.values()));
    }

    @Override
    public List<ReviewVerdict> reviews(RepositoryName repository, int number) {
        return latest(repository, "/pulls/" + number + "/reviews").stream()
                .map(RepositoryJson::review)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Permission permission(RepositoryName repository, GithubAccount account) {
        return api.get(
                        repository,
                        "/collaborators/"
                                + URLEncoder.encode(account.login(), StandardCharsets.UTF_8)
                                + "/permission")
                // A login can be given up and then be taken by somebody else.
                .filter(answer -> answer.path("user").path("id").asLong() == account.id())
                .map(RepositoryJson::permission)
                .orElse(Permission.NONE);
    }

    @Override
    public long comment(RepositoryName repository, int number, String text) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("body", text);
        try {
            return api.post(repository, "/issues/" + number + "/comments", body)
                    .map(GithubRepositories::idOf)
                    .orElseThrow(() -> refused(repository, number));
        } catch (RefusedException e) {
            if (e.error() instanceof RepositoryNotServed && isServed(repository)) {
                // A locked issue, or an App that may not write issues.
                throw refused(repository, number);
            }
            throw e;
        }
    }

    @Override
    public List<IssueComment> ownComments(RepositoryName repository, int number, Instant since) {
        Instant from = since.minus(CLOCKS_APART).truncatedTo(ChronoUnit.SECONDS);
        return all(repository, "/issues/" + number + "/comments?since=" + from, "").stream()
                .filter(this::isOurs)
                .map(RepositoryJson::comment)
                .toList();
    }

    @Override
    public RepositoryToken token(RepositoryName repository) {
        InstallationToken token = tokens.forOthers(repository);
        return new RepositoryToken(
                repository, token.repositoryId(), token.token(), token.expiresAt());
    }

    private static long idOf(JsonNode comment) {
        long id = comment.path("id").asLong();
        if (id <= 0) {
            throw GithubHttp.unreadable();
        }
        return id;
    }

    /**
     * @param field that holds the list in each page; empty when the page is the list
     */
    private List<JsonNode> all(RepositoryName repository, String path, String field) {
        return from(1, number -> page(repository, path, field, number));
    }

    /** Of a list of any length, as somebody may make it, the end. */
    private List<JsonNode> latest(RepositoryName repository, String path) {
        IntFunction<JsonNode> pages = number -> page(repository, path, "", number);
        List<JsonNode> found = from(1, pages);
        return found.size() < PAGES_MAX * PAGE_SIZE
                ? found
                : from(lastFull(pages) - PAGES_MAX + 2, pages);
    }

    private static List<JsonNode> from(int first, IntFunction<JsonNode> pages) {
        List<JsonNode> found = new ArrayList<>();
        for (int number = first; number < first + PAGES_MAX; number++) {
            JsonNode items = pages.apply(number);
            items.forEach(found::add);
            if (items.size() < PAGE_SIZE) {
                break;
            }
        }
        return found;
    }

    /** Looked for twice as far each time, and then between. */
    private static int lastFull(IntFunction<JsonNode> pages) {
        int full = PAGES_MAX;
        int beyond = 2 * full;
        while (beyond < PAGES_FAR && pages.apply(beyond).size() == PAGE_SIZE) {
            full = beyond;
            beyond *= 2;
        }
        while (beyond - full > 1) {
            int between = (full + beyond) / 2;
            if (pages.apply(between).size() == PAGE_SIZE) {
                full = between;
            } else {
                beyond = between;
            }
        }
        return full;
    }

    private JsonNode page(RepositoryName repository, String path, String field, int number) {
        char next = path.indexOf('?') < 0 ? '?' : '&';
        return api.get(repository, path + next + "per_page=" + PAGE_SIZE + "&page=" + number)
                .map(answer -> list(field.isEmpty() ? answer : answer.path(field)))
                .orElse(JsonNodeFactory.instance.missingNode());
    }

    /** What is none would pass for an empty one, as if no check had failed. */
    private static JsonNode list(JsonNode items) {
        if (!items.isArray()) {
            throw GithubHttp.unreadable();
        }
        return items;
    }

    private boolean isServed(RepositoryName repository) {
        return !tokens.forRepository(repository).token().isEmpty();
    }

    private boolean isOurs(JsonNode comment) {
        JsonNode app = comment.path("performed_via_github_app");
        return app.path("id").asText().equals(settings.appId())
                || app.path("client_id").asText().equals(settings.clientId());
    }

    private static Check worse(Check one, Check other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Check check) {
        return switch (check.outcome()) {
            case PASSED -> 0;
            case PENDING -> 1;
            case FAILED -> 2;
        };
    }

    private static RefusedException refused(RepositoryName repository, int number) {
        return new RefusedException(new CommentRefused(repository, number));
    }

    private static RefusedException notServed(RepositoryName repository) {
        return new RefusedException(new RepositoryNotServed(repository));
    }
}
