package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.github.PublishedApi.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is in the repositories of the stub: GitHub's own examples, changed to what a test says. */
public final class StubRepositories {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant SUITES_SINCE = Instant.parse("2026-03-02T09:00:00Z");

    private final PublishedApi published;
    private final Map<String, Issue> issues = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, PullRequest>> pulls = new ConcurrentHashMap<>();
    private final Map<RepositoryName, Long> ids = new ConcurrentHashMap<>();
    private final Map<String, GithubAccount> closers = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> comments = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> reviews = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> checkRuns = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> checkSuites = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> statuses = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> permissions = new ConcurrentHashMap<>();
    private final Set<String> privates = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger(100);

    StubRepositories(PublishedApi published) {
        this.published = published;
    }

    public void put(Issue issue) {
        issues.put(issue.repository() + "#" + issue.number(), issue);
        if (issue.isPrivate()) {
            privates.add(issue.repository().toString());
        }
    }

    /** From now on it is private. */
    public void hide(RepositoryName repository) {
        privates.add(repository.toString());
    }

    public void put(PullRequest pull) {
        pulls.computeIfAbsent(pull.repository().toString(), _ -> new ConcurrentSkipListMap<>())
                .put(pull.number(), pull);
    }

    /** Another repository has the name from now on. */
    public void rename(long id, RepositoryName repository) {
        ids.put(repository, id);
    }

    /** Somebody has closed a pull request. */
    public void closed(RepositoryName repository, int number, GithubAccount by) {
        closers.put(repository + "#" + number, by);
    }

    /**
     * @param word GitHub's: none, read, write or admin
     */
    public void permit(RepositoryName repository, GithubAccount account, String word) {
        ObjectNode answer =
                example("get", "/repos/{owner}/{repo}/collaborators/{username}/permission");
        answer.put("permission", word).put("role_name", word);
        user(answer.path("user"), account);
        // The example forgets it, the description wants it.
        ((ObjectNode) answer.path("user")).put("role_name", word);
        permissions.put(repository + "@" + account.login(), answer);
    }

    public void checkRun(
            RepositoryName repository,
            String sha,
            String name,
            String status,
            @Nullable String conclusion) {
        ObjectNode run =
                ((ObjectNode)
                                example("get", "/repos/{owner}/{repo}/commits/{ref}/check-runs")
                                        .path("check_runs")
                                        .get(0))
                        .put("name", name)
                        .put("head_sha", sha)
                        .put("status", status)
                        .put("conclusion", conclusion);
        add(checkRuns, repository + "@" + sha, run);
    }

    /**
     * Each a second after the one before.
     *
     * @param app by its slug
     * @param runs how many check runs it has
     */
    public void checkSuite(
            RepositoryName repository,
            String sha,
            String app,
            String status,
            @Nullable String conclusion,
            int runs) {
        ObjectNode suite =
                ((ObjectNode)
                                example("get", "/repos/{owner}/{repo}/commits/{ref}/check-suites")
                                        .path("check_suites")
                                        .get(0))
                        .put("head_sha", sha)
                        .put("status", status)
                        .put("conclusion", conclusion)
                        .put(
                                "created_at",
                                SUITES_SINCE.plusSeconds(count.incrementAndGet()).toString())
                        .put("latest_check_runs_count", runs);
        ((ObjectNode) suite.path("app")).put("slug", app).put("name", app);
        add(checkSuites, repository + "@" + sha, suite);
    }

    public void status(RepositoryName repository, String sha, String context, String state) {
        ObjectNode status =
                ((ObjectNode)
                                example("get", "/repos/{owner}/{repo}/commits/{ref}/status")
                                        .path("statuses")
                                        .get(0))
                        .put("context", context)
                        .put("state", state);
        add(statuses, repository + "@" + sha, status);
    }

    public void review(RepositoryName repository, int number, ReviewVerdict verdict) {
        ObjectNode review =
                (ObjectNode)
                        examples("get", "/repos/{owner}/{repo}/pulls/{pull_number}/reviews").get(0);
        review.put("id", verdict.id())
                .put("state", verdict.state().name())
                .put("body", verdict.body())
                .put("commit_id", verdict.sha())
                .put("submitted_at", verdict.submittedAt().toString())
                .put(
                        "author_association",
                        verdict.isByMaintainer() ? "COLLABORATOR" : "CONTRIBUTOR");
        user(review.path("user"), verdict.reviewer());
        add(reviews, repository + "#" + number, review);
    }

    /** Somebody says something, who is not our App. */
    public long said(RepositoryName repository, int number, GithubAccount account, String body) {
        ObjectNode comment = comment(body);
        user(comment.path("user"), account);
        add(comments, repository + "#" + number, comment);
        return comment.path("id").asLong();
    }

    /** What our App has said, the oldest first. */
    public List<String> saidByApp(RepositoryName repository, int number) {
        return comments.getOrDefault(repository + "#" + number, List.of()).stream()
                .filter(comment -> comment.path("performed_via_github_app").isObject())
                .map(comment -> comment.path("body").asText())
                .toList();
    }

    /** Empty for what is not there. */
    Optional<JsonNode> answer(Call call, String path, Map<String, String> query, String body) {
        String[] parts = path.split("/", -1);
        String repository = parts[2] + "/" + parts[3];
        String last = parts[parts.length - 1];
        return switch (call.method() + " " + call.path()) {
            case "get /repos/{owner}/{repo}" -> Optional.of(about(call, repository));
            case "get /repos/{owner}/{repo}/issues/{issue_number}" ->
                    Optional.ofNullable(issues.get(repository + "#" + last))
                            .<JsonNode>map(issue -> issue(call, issue))
                            .or(() -> closed(call, repository, Integer.parseInt(last)));
            case "get /repos/{owner}/{repo}/issues/{issue_number}/comments" ->
                    Optional.of(page(comments, repository + "#" + parts[5], query));
            case "post /repos/{owner}/{repo}/issues/{issue_number}/comments" ->
                    say(repository, Integer.parseInt(parts[5]), body);
            case "get /repos/{owner}/{repo}/pulls" -> Optional.of(pulls(call, repository, query));
            case "get /repos/{owner}/{repo}/pulls/{pull_number}" ->
                    Optional.ofNullable(
                                    pulls.getOrDefault(repository, Map.of())
                                            .get(Integer.parseInt(last)))
                            .map(pull -> pull(call, call.example(), pull));
            case "get /repos/{owner}/{repo}/pulls/{pull_number}/reviews" ->
                    Optional.of(page(reviews, repository + "#" + parts[5], query));
            case "get /repos/{owner}/{repo}/commits/{ref}/check-runs" ->
                    Optional.of(paged(call, checkRuns, "check_runs", repository, parts[5], query));
            case "get /repos/{owner}/{repo}/commits/{ref}/check-suites" ->
                    Optional.of(
                            paged(call, checkSuites, "check_suites", repository, parts[5], query));
            case "get /repos/{owner}/{repo}/commits/{ref}/status" ->
                    Optional.of(paged(call, statuses, "statuses", repository, parts[5], query));
            case "get /repos/{owner}/{repo}/collaborators/{username}/permission" ->
                    Optional.ofNullable(permissions.get(repository + "@" + parts[5]));
            default -> throw new IllegalStateException("Nothing answers " + call.path());
        };
    }

    private ObjectNode about(Call call, String repository) {
        return call.example()
                .put("full_name", repository)
                .putNull("language")
                .put("private", privates.contains(repository));
    }

    private static ObjectNode issue(Call call, Issue issue) {
        ObjectNode answer = call.example();
        answer.remove("pull_request");
        answer.put("number", issue.number())
                .put("title", issue.title())
                .put("body", issue.body())
                .put("state", issue.isOpen() ? "open" : "closed")
                .put("html_url", issue.url());
        user(answer.path("user"), issue.author());
        return answer;
    }

    /** What a closed pull request is as an issue. */
    private Optional<ObjectNode> closed(Call call, String repository, int number) {
        return Optional.ofNullable(closers.get(repository + "#" + number))
                .map(by -> {
                    ObjectNode answer = call.example().put("number", number).put("state", "closed");
                    user(answer.path("closed_by"), by);
                    return answer;
                });
    }

    private ArrayNode pulls(Call call, String repository, Map<String, String> query) {
        ArrayNode all = MAPPER.createArrayNode();
        String state = query.getOrDefault("state", "open");
        new ArrayList<>(pulls.getOrDefault(repository, Map.of()).values())
                .reversed().stream()
                        .filter(pull -> state.equals("all") || state.equals(pull.state()))
                        .limit(Integer.parseInt(query.getOrDefault("per_page", "30")))
                        .forEach(pull ->
                                all.add(
                                        pull(
                                                call,
                                                (ObjectNode)
                                                        call.answer()
                                                                .path("example")
                                                                .get(0)
                                                                .deepCopy(),
                                                pull)));
        return all;
    }

    /** What only the single one tells is left out of the list. */
    private ObjectNode pull(Call call, ObjectNode answer, PullRequest pull) {
        answer.put("number", pull.number())
                .put("title", pull.title())
                .put("body", pull.body())
                .put("html_url", pull.url())
                .put("state", pull.state())
                .put("draft", pull.isDraft());
        user(answer.path("user"), pull.author());
        point(answer.path("head"), pull.headBranch(), pull.headSha(), pull.headRepository());
        point(answer.path("base"), pull.baseBranch(), pull.headSha(), pull.repository());
        ((ObjectNode) answer.path("base").path("repo"))
                .put("default_branch", pull.defaultBranch())
                .put("id", ids.getOrDefault(pull.repository(), StubGithub.idOf(pull.repository())));
        if (call.path().endsWith("/pulls")) {
            return answer;
        }
        answer.put("merged", pull.isMerged())
                .put("additions", pull.additions())
                .put("deletions", pull.deletions());
        Instant mergedAt = pull.mergedAt();
        if (mergedAt == null) {
            answer.putNull("merged_at");
        } else {
            answer.put("merged_at", mergedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        GithubAccount mergedBy = pull.mergedBy();
        if (mergedBy == null) {
            answer.putNull("merged_by");
        } else {
            user(answer.path("merged_by"), mergedBy);
        }
        return answer;
    }

    private static void point(
            JsonNode point, String branch, String sha, @Nullable RepositoryName repository) {
        ObjectNode fields = (ObjectNode) point;
        fields.put("ref", branch).put("sha", sha);
        if (repository == null) {
            fields.putNull("repo");
            return;
        }
        ((ObjectNode) point.path("repo")).put("full_name", repository.toString());
    }

    private Optional<JsonNode> say(String repository, int number, String body) {
        boolean isThere =
                issues.containsKey(repository + "#" + number)
                        || pulls.getOrDefault(repository, Map.of()).containsKey(number);
        if (!isThere) {
            return Optional.empty();
        }
        ObjectNode comment = comment(read(body).path("body").asText());
        ObjectNode app = example("get", "/app");
        app.put("id", Integer.parseInt(StubGithub.APP_ID)).put("client_id", StubGithub.CLIENT_ID);
        comment.set("performed_via_github_app", app);
        add(comments, repository + "#" + number, comment);
        return Optional.of(comment);
    }

    private ObjectNode comment(String body) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode comment =
                example("post", "/repos/{owner}/{repo}/issues/{issue_number}/comments");
        comment.remove("performed_via_github_app");
        return comment.put("id", count.incrementAndGet())
                .put("body", body)
                .put("created_at", now)
                .put("updated_at", now);
    }

    private static ObjectNode paged(
            Call call,
            Map<String, List<ObjectNode>> lists,
            String field,
            String repository,
            String sha,
            Map<String, String> query) {
        ObjectNode answer = call.example();
        answer.put("total_count", lists.getOrDefault(repository + "@" + sha, List.of()).size());
        answer.set(field, page(lists, repository + "@" + sha, query));
        return answer;
    }

    private static ArrayNode page(
            Map<String, List<ObjectNode>> lists, String key, Map<String, String> query) {
        int size = Integer.parseInt(query.getOrDefault("per_page", "30"));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        Instant since = Instant.parse(query.getOrDefault("since", Instant.EPOCH.toString()));
        ArrayNode items = MAPPER.createArrayNode();
        lists.getOrDefault(key, List.of()).stream()
                .filter(item ->
                        !item.has("updated_at")
                                || !Instant.parse(item.path("updated_at").asText()).isBefore(since))
                .skip((long) (page - 1) * size)
                .limit(size)
                .forEach(items::add);
        return items;
    }

    private static void user(JsonNode user, GithubAccount account) {
        ((ObjectNode) user).put("id", account.id()).put("login", account.login());
    }

    private static void add(Map<String, List<ObjectNode>> lists, String key, ObjectNode item) {
        lists.computeIfAbsent(key, _ -> new CopyOnWriteArrayList<>()).add(item);
    }

    private ObjectNode example(String method, String path) {
        return (ObjectNode) examples(method, path);
    }

    private JsonNode examples(String method, String path) {
        return published.call(method, path).answer().path("example").deepCopy();
    }

    private static JsonNode read(String body) {
        try {
            return MAPPER.readTree(Objects.requireNonNull(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
