package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.NoticeListener;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.comment.CommandLine;
import io.guildhall.domain.comment.CommentCommand;
import io.guildhall.domain.comment.CommentCommands;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Hears commands in new comments. What a comment becomes later changes nothing, and neither bots
 * nor Apps, of which we are one, give commands: two machines could otherwise talk for ever.
 */
public final class CommentListener implements NoticeListener {

    private final CommentCommands commands;

    public CommentListener(CommentCommands commands) {
        this.commands = commands;
    }

    @Override
    public Set<String> events() {
        return Set.of("issue_comment");
    }

    @Override
    public void hear(Notice notice, Instant now) {
        JsonNode told = NoticeBody.of(notice);
        JsonNode comment = told.path("comment");
        boolean isByPerson =
                comment.path("user").path("type").asText().equals("User")
                        && told.path("sender").path("type").asText().equals("User")
                        && !comment.path("performed_via_github_app").isObject();
        if (!told.path("action").asText().equals("created") || !isByPerson) {
            return;
        }
        CommandLine.in(comment.path("body").asText())
                .flatMap(line -> command(told, line, now))
                .ifPresent(commands::keep);
    }

    private static Optional<CommentCommand> command(JsonNode told, String line, Instant now) {
        JsonNode comment = told.path("comment");
        GithubAccount account = RepositoryJson.account(comment.path("user"));
        return RepositoryName.of(told.path("repository").path("full_name").asText())
                .map(repository ->
                        CommentCommand.hear(
                                comment.path("id").asLong(),
                                repository,
                                told.path("issue").path("number").asInt(),
                                told.path("issue").path("pull_request").isObject(),
                                account,
                                line,
                                now));
    }
}
