package io.guildhall.application.inmemory;

import io.guildhall.domain.comment.CommentCommand;
import io.guildhall.domain.comment.CommentCommandStatus.Answered;
import io.guildhall.domain.comment.CommentCommandStatus.Decided;
import io.guildhall.domain.comment.CommentCommandStatus.Dropped;
import io.guildhall.domain.comment.CommentCommandStatus.Heard;
import io.guildhall.domain.comment.CommentCommands;
import io.guildhall.domain.shared.LostRace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands in comments in memory. */
public final class InMemoryCommentCommands implements CommentCommands {

    private final Rows<Long, CommentCommand> rows;

    public InMemoryCommentCommands(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public boolean keep(CommentCommand command) {
        if (rows.keep(command.id()).isPresent()) {
            return false;
        }
        rows.add(command.id(), command);
        return true;
    }

    @Override
    public Optional<CommentCommand> find(long id) {
        return rows.find(id);
    }

    @Override
    public Optional<CommentCommand> lockDue(Instant now) {
        return rows.where(command -> isDue(command, now)).stream()
                .min(
                        Comparator.comparing(InMemoryCommentCommands::dueAt)
                                .thenComparingLong(CommentCommand::id));
    }

    @Override
    public int othersHeard(CommentCommand command, Instant since) {
        return rows.where(other ->
                        other.id() != command.id()
                                && other.repository().equals(command.repository())
                                && other.number() == command.number()
                                && !other.heardAt().isBefore(since)
                                && !other.heardAt().isAfter(command.heardAt())
                                && !(other.status() instanceof Dropped))
                .size();
    }

    @Override
    public CommentCommand save(CommentCommand command) {
        if (rows.find(command.id()).orElseThrow().version() != command.version()) {
            throw new LostRace("command in comment " + command.id());
        }
        CommentCommand saved = command.atVersion(command.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    @Override
    public int forgetSettledBefore(Instant time, int limit) {
        List<Long> old =
                rows.keysWhere((_, command) -> isSettledBefore(command, time)).stream()
                        .limit(limit)
                        .toList();
        old.forEach(rows::remove);
        return old.size();
    }

    private static boolean isDue(CommentCommand command, Instant now) {
        Instant dueAt = dueAtOrNull(command);
        return dueAt != null && !dueAt.isAfter(now);
    }

    private static Instant dueAt(CommentCommand command) {
        Instant dueAt = dueAtOrNull(command);
        return dueAt == null ? Instant.MAX : dueAt;
    }

    private static @Nullable Instant dueAtOrNull(CommentCommand command) {
        return switch (command.status()) {
            case Heard(var dueAt) -> dueAt;
            case Decided(var _, var _, var dueAt) -> dueAt;
            case Answered _, Dropped _ -> null;
        };
    }

    private static boolean isSettledBefore(CommentCommand command, Instant time) {
        return switch (command.status()) {
            case Heard _, Decided _ -> false;
            case Answered(var _, var at) -> at.isBefore(time);
            case Dropped(var _, var at) -> at.isBefore(time);
        };
    }
}
