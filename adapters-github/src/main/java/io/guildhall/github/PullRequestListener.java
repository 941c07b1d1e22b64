package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.NoticeListener;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;

/**
 * Hears that something has happened to a pull request of an agent's, or to the checks of its head.
 * What it is now is asked later; of the notice itself nothing is believed but when a review was
 * asked for.
 */
public final class PullRequestListener implements NoticeListener {

    private static final Set<String> OF_INTEREST =
            Set.of(
                    "opened",
                    "reopened",
                    "edited",
                    "ready_for_review",
                    "converted_to_draft",
                    "synchronize",
                    "review_requested",
                    "closed");

    private final TrackedPullRequests pullRequests;
    private final AgentLinks links;

    public PullRequestListener(TrackedPullRequests pullRequests, AgentLinks links) {
        this.pullRequests = pullRequests;
        this.links = links;
    }

    @Override
    public Set<String> events() {
        return Set.of("pull_request", "pull_request_review", "check_suite", "status");
    }

    @Override
    public void hear(Notice notice, Instant now) {
        JsonNode told = NoticeBody.of(notice);
        RepositoryName repository =
                RepositoryName.of(told.path("repository").path("full_name").asText())
                        .orElseThrow(() -> NoticeBody.broken(notice, "names no repository"));
        String action = told.path("action").asText();
        switch (notice.event()) {
            case "pull_request" -> {
                if (OF_INTEREST.contains(action)) {
                    hear(notice, repository, told.path("pull_request"), action, now);
                }
            }
            case "pull_request_review" ->
                    hear(notice, repository, told.path("pull_request"), action, now);
            case "check_suite" -> {
                if (action.equals("completed")) {
                    checked(repository, told.path("check_suite").path("head_sha"), now);
                }
            }
            case "status" -> {
                if (!told.path("state").asText().equals("pending")) {
                    checked(repository, told.path("sha"), now);
                }
            }
            default -> {
                // Nobody has asked for it.
            }
        }
    }

    private void hear(
            Notice notice,
            RepositoryName repository,
            JsonNode pullRequest,
            String action,
            Instant now) {
        int number = pullRequest.path("number").asInt();
        if (number < 1) {
            throw NoticeBody.broken(notice, "names no pull request");
        }
        PullRequestName name = new PullRequestName(repository, number);
        boolean isAgents =
                links.agentWithGithub(pullRequest.path("user").path("id").asLong()).isPresent();
        if (!pullRequests.wake(name, now) && isAgents) {
            pullRequests.add(TrackedPullRequest.found(name, now));
        }
        if (action.equals("review_requested")) {
            pullRequests.noteAsked(name, time(notice, pullRequest.path("updated_at").asText()));
        }
    }

    private void checked(RepositoryName repository, JsonNode head, Instant now) {
        pullRequests.wakeWithHead(repository, head.asText(), now);
    }

    private static Instant time(Notice notice, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw NoticeBody.broken(notice, "does not say when");
        }
    }
}
