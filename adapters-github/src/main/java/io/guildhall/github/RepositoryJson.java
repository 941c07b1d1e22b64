package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.domain.codehost.Checks.Check;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.IssueComment;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.ReviewVerdict;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What GitHub's answers about a repository say, in our words. */
final class RepositoryJson {

    /** Whom GitHub shows in place of accounts that are gone. */
    private static final GithubAccount GHOST = new GithubAccount(10_137, "ghost");

    private RepositoryJson() {}

    static Issue issue(RepositoryName repository, JsonNode issue, boolean isPrivate) {
        return new Issue(
                repository,
                number(issue),
                title(issue),
                text(issue.path("body")),
                issue.path("state").asText().equals("open"),
                account(issue.path("user")),
                issue.path("html_url").asText(),
                isPrivate);
    }

    static PullRequest pullRequest(RepositoryName repository, JsonNode pull) {
        JsonNode base = pull.path("base");
        JsonNode head = pull.path("head");
        JsonNode mergedBy = pull.path("merged_by");
        return new PullRequest(
                repository,
                number(pull),
                title(pull),
                text(pull.path("body")),
                pull.path("html_url").asText(),
                pull.path("state").asText().equals("open"),
                pull.path("draft").asBoolean(),
                pull.path("merged").asBoolean(),
                mergedBy.path("id").asLong() > 0 ? account(mergedBy) : null,
                instant(pull.path("merged_at")),
                account(pull.path("user")),
                RepositoryName.of(head.path("repo").path("full_name").asText()).orElse(null),
                head.path("ref").asText(),
                head.path("sha").asText(),
                base.path("ref").asText(),
                base.path("repo").path("default_branch").asText(),
                pull.path("additions").asInt(),
                pull.path("deletions").asInt(),
                RepositoryName.of(base.path("repo").path("full_name").asText()).orElse(repository));
    }

    /** Without it, it is neither an issue nor a pull request. */
    private static int number(JsonNode thing) {
        JsonNode number = thing.path("number");
        if (!number.canConvertToInt() || number.intValue() <= 0) {
            throw GithubHttp.unreadable();
        }
        return number.intValue();
    }

    private static String title(JsonNode thing) {
        if (!thing.path("title").isTextual()) {
            throw GithubHttp.unreadable();
        }
        return thing.path("title").textValue();
    }

    private static @Nullable Instant instant(JsonNode time) {
        return time.isMissingNode() || time.isNull() ? null : neededInstant(time);
    }

    private static Instant neededInstant(JsonNode time) {
        try {
            return Instant.parse(time.asText());
        } catch (DateTimeParseException _) {
            throw GithubHttp.unreadable();
        }
    }

    static Check checkRun(JsonNode run) {
        return new Check(
                run.path("name").asText(),
                run.path("status").asText(),
                nullable(run.path("conclusion")));
    }

    /**
     * What the suites of a commit say that their runs do not. GitHub makes one for each App that
     * may write checks, of which most stay queued for ever; of its own Actions there is one for
     * each run of a workflow, and until that has ended runs of it may be still to come.
     */
    static List<Check> suites(List<JsonNode> suites) {
        return suites.stream()
                .map(suite -> suite(suite, suites))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Check> suite(JsonNode suite, List<JsonNode> all) {
        Check said =
                new Check(
                        suite.path("app").path("name").asText(),
                        suite.path("status").asText(),
                        nullable(suite.path("conclusion")));
        if ("action_required".equals(said.conclusion())) {
            // As a workflow on a fork's pull request that nobody has let run yet.
            return Optional.of(waiting(said));
        }
        if (!isOfActions(suite)) {
            return Optional.empty();
        }
        return switch (said.outcome()) {
            case PASSED -> Optional.empty();
            case PENDING -> Optional.of(said);
            case FAILED -> hasRuns(suite) ? Optional.empty() : withoutRuns(suite, said, all);
        };
    }

    /**
     * A workflow that cannot be read fails without any run. One that was cancelled before it began
     * has not: two events on one commit are enough for that, and what came after it runs instead.
     */
    private static Optional<Check> withoutRuns(JsonNode suite, Check said, List<JsonNode> all) {
        boolean isCancelled =
                "cancelled".equals(said.conclusion()) || "stale".equals(said.conclusion());
        if (!isCancelled) {
            return Optional.of(said);
        }
        Instant since = instant(suite.path("created_at"));
        boolean isReplaced = all.stream().anyMatch(other -> hasRunSince(other, since));
        return isReplaced ? Optional.empty() : Optional.of(waiting(said));
    }

    private static boolean hasRunSince(JsonNode suite, @Nullable Instant time) {
        Instant since = instant(suite.path("created_at"));
        return isOfActions(suite)
                && hasRuns(suite)
                && suite.path("status").asText().equals("completed")
                && time != null
                && since != null
                && !since.isBefore(time);
    }

    private static boolean isOfActions(JsonNode suite) {
        return suite.path("app").path("slug").asText().equals("github-actions");
    }

    private static boolean hasRuns(JsonNode suite) {
        return suite.path("latest_check_runs_count").asInt() > 0;
    }

    private static Check waiting(Check said) {
        return new Check(said.name(), "waiting", null);
    }

    /** A status set by somebody else, in the words of a check run. */
    static Check status(JsonNode status) {
        String name = status.path("context").asText();
        String state = status.path("state").asText();
        return state.equals("pending")
                ? new Check(name, "in_progress", null)
                : new Check(name, "completed", state.equals("success") ? "success" : "failure");
    }

    /** Empty for one that is not handed in yet. */
    static Optional<ReviewVerdict> review(JsonNode review) {
        return state(review.path("state").asText())
                .map(state ->
                        new ReviewVerdict(
                                review.path("id").asLong(),
                                account(review.path("user")),
                                state,
                                text(review.path("body")),
                                text(review.path("commit_id")),
                                neededInstant(review.path("submitted_at")),
                                isMaintainer(review.path("author_association").asText())));
    }

    static IssueComment comment(JsonNode comment) {
        return new IssueComment(
                comment.path("id").asLong(),
                text(comment.path("body")),
                neededInstant(comment.path("created_at")));
    }

    static Permission permission(JsonNode answer) {
        return switch (answer.path("permission").asText()) {
            case "admin" -> Permission.ADMIN;
            case "write", "maintain" -> Permission.WRITE;
            case "read", "triage" -> Permission.READ;
            default -> Permission.NONE;
        };
    }

    static GithubAccount account(JsonNode user) {
        long id = user.path("id").asLong();
        String login = user.path("login").asText();
        return id <= 0 || login.isBlank() ? GHOST : new GithubAccount(id, login);
    }

    private static Optional<ReviewVerdict.State> state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "APPROVED" -> Optional.of(ReviewVerdict.State.APPROVED);
            case "CHANGES_REQUESTED" -> Optional.of(ReviewVerdict.State.CHANGES_REQUESTED);
            case "COMMENTED" -> Optional.of(ReviewVerdict.State.COMMENTED);
            case "DISMISSED" -> Optional.of(ReviewVerdict.State.DISMISSED);
            default -> Optional.empty();
        };
    }

    private static boolean isMaintainer(String association) {
        return switch (association) {
            case "OWNER", "MEMBER", "COLLABORATOR" -> true;
            default -> false;
        };
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : "";
    }

    private static @Nullable String nullable(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }
}
