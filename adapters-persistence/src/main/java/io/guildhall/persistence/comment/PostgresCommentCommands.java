package io.guildhall.persistence.comment;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.comment.CommentCommand;
import io.guildhall.domain.comment.CommentCommandStatus;
import io.guildhall.domain.comment.CommentCommandStatus.Answered;
import io.guildhall.domain.comment.CommentCommandStatus.Decided;
import io.guildhall.domain.comment.CommentCommandStatus.Dropped;
import io.guildhall.domain.comment.CommentCommandStatus.Heard;
import io.guildhall.domain.comment.CommentCommands;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands in comments in PostgreSQL. */
@Singleton
public final class PostgresCommentCommands implements CommentCommands {

    private static final String KEEP =
            "INSERT INTO comment_command (id, repository, number, on_pull_request, account, login,"
                    + " line, heard_at, status, due_at, answer, decided_at, answer_id, reason,"
                    + " settled_at, tries, version) VALUES ("
                    + Sql.placeholders(17)
                    + ") ON CONFLICT (id) DO NOTHING";
    private static final String LOCK_DUE =
            "SELECT * FROM comment_command WHERE status IN ('heard', 'decided') AND due_at <= ?"
                    + " ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED";
    private static final String OTHERS_HEARD =
            "SELECT count(*) AS others FROM comment_command WHERE repository = ? AND number = ?"
                    + " AND heard_at BETWEEN ? AND ? AND id <> ? AND status <> 'dropped'";
    private static final String SAVE =
            "UPDATE comment_command SET status = ?, due_at = ?, answer = ?, decided_at = ?,"
                    + " answer_id = ?, reason = ?, settled_at = ?, tries = ?, version = version + 1"
                    + " WHERE id = ? AND version = ?";
    private static final String FORGET =
            "DELETE FROM comment_command WHERE id IN (SELECT id FROM comment_command"
                    + " WHERE settled_at < ? ORDER BY settled_at LIMIT ? FOR UPDATE SKIP LOCKED)";

    private final Sql sql;

    PostgresCommentCommands(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean keep(CommentCommand command) {
        List<@Nullable Object> values =
                new ArrayList<>(
                        List.of(
                                command.id(),
                                command.repository().toString(),
                                command.number(),
                                command.isOnPullRequest(),
                                command.account().id(),
                                command.account().login(),
                                command.line(),
                                command.heardAt()));
        values.addAll(columns(command));
        values.add(command.version());
        return sql.change(KEEP, values.toArray()) == 1;
    }

    @Override
    public Optional<CommentCommand> find(long id) {
        return sql.first(
                "SELECT * FROM comment_command WHERE id = ?", PostgresCommentCommands::read, id);
    }

    @Override
    public Optional<CommentCommand> lockDue(Instant now) {
        return sql.changeReturningFirst(LOCK_DUE, PostgresCommentCommands::read, now);
    }

    @Override
    public int othersHeard(CommentCommand command, Instant since) {
        return sql.first(
                        OTHERS_HEARD,
                        row -> row.integer("others"),
                        command.repository().toString(),
                        command.number(),
                        since,
                        command.heardAt(),
                        command.id())
                .orElse(0);
    }

    @Override
    public CommentCommand save(CommentCommand command) {
        List<@Nullable Object> values = new ArrayList<>(columns(command));
        values.add(command.id());
        values.add(command.version());
        if (sql.change(SAVE, values.toArray()) == 0) {
            throw new LostRace("command in comment " + command.id());
        }
        return command.atVersion(command.version() + 1);
    }

    @Override
    public int forgetSettledBefore(Instant time, int limit) {
        return sql.change(FORGET, time, limit);
    }

    /** From status to tries. */
    private static List<@Nullable Object> columns(CommentCommand command) {
        String word = command.status().word();
        int tries = command.tries();
        return switch (command.status()) {
            case Heard(var dueAt) ->
                    Arrays.asList(word, dueAt, null, null, null, null, null, tries);
            case Decided(var answer, var at, var dueAt) ->
                    Arrays.asList(word, dueAt, answer, at, null, null, null, tries);
            case Answered(var comment, var at) ->
                    Arrays.asList(word, null, null, null, comment, null, at, tries);
            case Dropped(var reason, var at) ->
                    Arrays.asList(word, null, null, null, null, reason, at, tries);
        };
    }

    private static CommentCommand read(Row row) throws SQLException {
        return new CommentCommand(
                row.number("id"),
                RepositoryName.of(row.text("repository")).orElseThrow(),
                row.integer("number"),
                row.flag("on_pull_request"),
                new GithubAccount(row.number("account"), row.text("login")),
                row.text("line"),
                row.instant("heard_at"),
                readStatus(row),
                row.integer("tries"),
                row.number("version"));
    }

    private static CommentCommandStatus readStatus(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "heard" -> new Heard(row.instant("due_at"));
            case "decided" ->
                    new Decided(
                            row.text("answer"), row.instant("decided_at"), row.instant("due_at"));
            case "answered" -> new Answered(row.number("answer_id"), row.instant("settled_at"));
            case "dropped" -> new Dropped(row.text("reason"), row.instant("settled_at"));
            default -> throw new IllegalStateException("No status of a command: " + word);
        };
    }
}
