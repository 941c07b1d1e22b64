package io.guildhall.domain.comment;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.comment.CommentCommandStatus.Answered;
import io.guildhall.domain.comment.CommentCommandStatus.Decided;
import io.guildhall.domain.comment.CommentCommandStatus.Dropped;
import io.guildhall.domain.comment.CommentCommandStatus.Heard;
import io.guildhall.domain.shared.BackOff;
import io.guildhall.domain.shared.Decision;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command that somebody gave in a comment. It is carried out once and answered once, however
 * often either is interrupted.
 *
 * @param id GitHub's number of the comment
 * @param number of the issue or the pull request that it is on
 * @param line the command itself
 * @param tries how often the next step was begun
 */
public record CommentCommand(
        long id,
        RepositoryName repository,
        int number,
        boolean isOnPullRequest,
        GithubAccount account,
        String line,
        Instant heardAt,
        CommentCommandStatus status,
        int tries,
        long version) {

    /** So often a step is begun; from the first to the last pass some ten hours. */
    public static final int TRIES_MAX = 16;

    /** So long whoever takes it has it alone, unless it is back earlier. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), Duration.ofHours(1));

    public static CommentCommand hear(
            long id,
            RepositoryName repository,
            int number,
            boolean isOnPullRequest,
            GithubAccount account,
            String line,
            Instant now) {
        return new CommentCommand(
                id, repository, number, isOnPullRequest, account, line, now, new Heard(now), 0, 0);
    }

    /** Somebody begins with the next step, and nobody else for a while; too often means never. */
    public Decision<CommentCommand> take(Instant now) {
        return switch (status) {
            case Heard _, Decided _ when tries >= TRIES_MAX ->
                    accept(with(new Dropped("it was tried too often", now), tries));
            case Heard _ -> accept(with(new Heard(now.plus(LEASE)), tries + 1));
            case Decided(var answer, var at, var _) ->
                    accept(with(new Decided(answer, at, now.plus(LEASE)), tries + 1));
            case Answered _, Dropped _ -> notInState();
        };
    }

    /** What it asked for is done or refused; this is to be said. */
    public Decision<CommentCommand> decide(String answer, Instant now) {
        return switch (status) {
            case Heard _ -> accept(with(new Decided(answer, now, now), 0));
            case Decided _, Answered _, Dropped _ -> notInState();
        };
    }

    public Decision<CommentCommand> answer(long comment, Instant now) {
        return switch (status) {
            case Decided _ -> accept(with(new Answered(comment, now), tries));
            case Heard _, Answered _, Dropped _ -> notInState();
        };
    }

    /**
     * GitHub does not answer, or whatever else it needs.
     *
     * @param wait what we were asked to wait, or null
     */
    public Decision<CommentCommand> postpone(@Nullable Duration wait, Instant now) {
        Instant dueAt = now.plus(pause(wait));
        return switch (status) {
            case Heard _ -> accept(with(new Heard(dueAt), tries));
            case Decided(var answer, var at, var _) ->
                    accept(with(new Decided(answer, at, dueAt), tries));
            case Answered _, Dropped _ -> notInState();
        };
    }

    public Decision<CommentCommand> drop(String reason, Instant now) {
        return switch (status) {
            case Heard _, Decided _ -> accept(with(new Dropped(reason, now), tries));
            case Answered _, Dropped _ -> notInState();
        };
    }

    public CommentCommand atVersion(long saved) {
        return new CommentCommand(
                id,
                repository,
                number,
                isOnPullRequest,
                account,
                line,
                heardAt,
                status,
                tries,
                saved);
    }

    private Duration pause(@Nullable Duration wait) {
        Duration own = BACK_OFF.after(tries);
        return wait != null && wait.compareTo(own) > 0 ? wait : own;
    }

    private CommentCommand with(CommentCommandStatus next, int triesThen) {
        return new CommentCommand(
                id,
                repository,
                number,
                isOnPullRequest,
                account,
                line,
                heardAt,
                next,
                triesThen,
                version);
    }

    private Decision<CommentCommand> notInState() {
        return refuse(new CommentCommandNotInState(id, status));
    }
}
