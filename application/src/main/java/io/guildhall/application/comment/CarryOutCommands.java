package io.guildhall.application.comment;

import io.guildhall.domain.codehost.CommentRefused;
import io.guildhall.domain.codehost.IssueComment;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryNotServed;
import io.guildhall.domain.comment.CommandLine;
import io.guildhall.domain.comment.CommandLine.Attempt;
import io.guildhall.domain.comment.CommandLine.HandIn;
import io.guildhall.domain.comment.CommandLine.PutUp;
import io.guildhall.domain.comment.CommandLine.Unclear;
import io.guildhall.domain.comment.CommentCommand;
import io.guildhall.domain.comment.CommentCommandStatus.Answered;
import io.guildhall.domain.comment.CommentCommandStatus.Decided;
import io.guildhall.domain.comment.CommentCommandStatus.Dropped;
import io.guildhall.domain.comment.CommentCommandStatus.Heard;
import io.guildhall.domain.comment.CommentCommands;
import io.guildhall.domain.comment.CommentError.NotUnderstood;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.DomainError.Kind;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out commands in comments and answers them, on any number of replicas. GitHub is asked in
 * no unit of work; what a command changes is kept together with its answer, and the answer is kept
 * before it is said. When it is not known whether it was said, it is looked for first.
 */
public final class CarryOutCommands {

    /** So many are answered on one issue in an hour; more are a flood, or two machines talking. */
    public static final int ANSWERS_AN_HOUR = 20;

    private final Transactions transactions;
    private final CommentCommands commands;
    private final Repositories repositories;
    private final PutUpBounty putUpBounty;
    private final AttemptBounty attemptBounty;
    private final HandInPullRequest handIn;
    private final SealedComments sealedComments;
    private final InstantSource worldClock;
    private final Failures failures;

    public CarryOutCommands(
            Transactions transactions,
            CommentCommands commands,
            Repositories repositories,
            PutUpBounty putUpBounty,
            AttemptBounty attemptBounty,
            HandInPullRequest handIn,
            SealedComments sealedComments,
            InstantSource worldClock,
            Failures failures) {
        this.transactions = transactions;
        this.commands = commands;
        this.repositories = repositories;
        this.putUpBounty = putUpBounty;
        this.attemptBounty = attemptBounty;
        this.handIn = handIn;
        this.sealedComments = sealedComments;
        this.worldClock = worldClock;
        this.failures = failures;
    }

    /** Is told of what nobody foresaw. */
    @FunctionalInterface
    public interface Failures {
        void of(CommentCommand command, RuntimeException failure);
    }

    /**
     * @return how many steps were taken; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        int taken = 0;
        while (taken < limit) {
            Optional<CommentCommand> next = transactions.run(this::take);
            if (next.isEmpty()) {
                break;
            }
            taken++;
            carryOut(next.get());
        }
        return taken;
    }

    private Optional<CommentCommand> take() {
        Instant now = worldClock.instant();
        return commands.lockDue(now)
                .map(command -> commands.save(command.take(now).orThrow().state()));
    }

    private void carryOut(CommentCommand command) {
        try {
            switch (command.status()) {
                case Heard _ -> decide(command);
                case Decided(var answer, var at, var _) -> say(command, answer, at);
                case Answered _, Dropped _ -> {
                    // It was tried too often.
                }
            }
        } catch (RuntimeException unforeseen) {
            // Its lease ends, and then it is tried again; it must not hold up the others.
            failures.of(command, unforeseen);
        }
    }

    private void decide(CommentCommand command) {
        int others = commands.othersHeard(command, command.heardAt().minus(Duration.ofHours(1)));
        if (others >= ANSWERS_AN_HOUR) {
            keep(command, taken -> taken.drop("too many on one issue", worldClock.instant()));
            return;
        }
        try {
            Supplier<String> deed = prepare(command, CommandLine.read(command.line()));
            keep(command, taken -> decided(taken, deed.get()));
        } catch (RefusedException refused) {
            refused(command, refused.error());
        }
    }

    private Supplier<String> prepare(CommentCommand command, CommandLine line) {
        return switch (line) {
            case PutUp putUp -> putUpBounty.prepare(command, putUp);
            case Attempt attempt -> attemptBounty.prepare(command, attempt);
            case HandIn hand -> handIn.prepare(command, hand);
            case Unclear(var form) -> throw new RefusedException(new NotUnderstood(form));
        };
    }

    /** What will pass is waited for; the rest is told to whoever asked. */
    private void refused(CommentCommand command, DomainError error) {
        Instant now = worldClock.instant();
        if (error instanceof RepositoryNotServed) {
            keep(command, taken -> taken.drop("the App is not installed any more", now));
        } else if (error.kind() == Kind.UNAVAILABLE) {
            keep(command, taken -> taken.postpone(error.retryAfter(), now));
        } else {
            keep(
                    command,
                    taken ->
                            decided(
                                    taken,
                                    "@"
                                            + command.account().login()
                                            + " Nothing was done: "
                                            + error.message()
                                            + "."));
        }
    }

    private Decision<CommentCommand> decided(CommentCommand command, String text) {
        Instant now = worldClock.instant();
        return command.decide(
                sealedComments.sealed(command.repository(), command.number(), text, now), now);
    }

    private void say(CommentCommand command, String answer, Instant decidedAt) {
        try {
            long comment =
                    saidBefore(command, answer, decidedAt)
                            .orElseGet(() ->
                                    repositories.comment(
                                            command.repository(), command.number(), answer));
            keep(command, taken -> taken.answer(comment, worldClock.instant()));
        } catch (RefusedException refused) {
            Instant now = worldClock.instant();
            DomainError error = refused.error();
            boolean isForGood =
                    error instanceof CommentRefused || error instanceof RepositoryNotServed;
            keep(
                    command,
                    taken ->
                            isForGood
                                    ? taken.drop("GitHub takes no answer there", now)
                                    : taken.postpone(error.retryAfter(), now));
        }
    }

    /** After a first try nobody knows whether it was said: a crash or a lost answer looks alike. */
    private Optional<Long> saidBefore(CommentCommand command, String answer, Instant decidedAt) {
        if (command.tries() <= 1) {
            return Optional.empty();
        }
        String said = SealedComments.plain(answer);
        return repositories.ownComments(command.repository(), command.number(), decidedAt).stream()
                .filter(comment -> SealedComments.plain(comment.body()).equals(said))
                .map(IssueComment::id)
                .findFirst();
    }

    /**
     * One unit of work. Should somebody else have taken it meanwhile, as it took longer than its
     * lease, nothing is changed.
     */
    private void keep(
            CommentCommand taken, Function<CommentCommand, Decision<CommentCommand>> step) {
        transactions.run(() -> {
            CommentCommand present = commands.find(taken.id()).orElseThrow();
            if (present.version() == taken.version()) {
                commands.save(step.apply(present).orThrow().state());
            }
        });
    }
}
