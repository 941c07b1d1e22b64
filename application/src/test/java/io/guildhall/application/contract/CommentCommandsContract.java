package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.comment.CommentCommand;
import io.guildhall.domain.shared.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every implementation of CommentCommands keeps. */
public abstract class CommentCommandsContract extends PortContract {

    private static final int AT_ONCE = 8;

    private final RepositoryName repository = new RepositoryName("octocat", "hello-" + ids.next());

    /** Dropped at the end, so that no other test takes them. */
    private final List<Long> kept = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    public void dropAll() {
        kept.forEach(id ->
                unit(() -> {
                    ports().commentCommands()
                            .find(id)
                            .map(command -> command.drop("the test is over", clock.instant()))
                            .filter(Decision::isAccepted)
                            .ifPresent(dropped ->
                                    ports().commentCommands().save(dropped.orThrow().state()));
                }));
    }

    @Test
    public void commandIsKeptOnce() {
        CommentCommand command = kept(clock.instant());
        CommentCommand again =
                CommentCommand.hear(
                        command.id(),
                        repository,
                        9,
                        true,
                        command.account(),
                        "/attempt",
                        clock.instant());

        assertThat(keep(again)).isFalse();
        assertThat(ports().commentCommands().find(command.id())).contains(command);
        assertThat(ports().commentCommands().find(1)).isEmpty();
    }

    @Test
    public void ofManyAtOnceOneIsNew() throws InterruptedException {
        CommentCommand command = command(clock.instant());
        kept.add(command.id());
        AtomicInteger fresh = new AtomicInteger();

        InParallel.run(
                AT_ONCE,
                _ -> {
                    if (keep(command)) {
                        fresh.incrementAndGet();
                    }
                });

        assertThat(fresh).hasValue(1);
    }

    @Test
    public void eachStatusIsReadAsItWasSaved() {
        Instant now = clock.instant();
        CommentCommand heard = kept(now);

        CommentCommand taken = saved(heard, command -> command.take(now));
        CommentCommand decided = saved(taken, command -> command.decide("Done.", now));
        CommentCommand answered = saved(decided, command -> command.answer(4711, now));
        CommentCommand dropped = saved(kept(now), command -> command.drop("a flood", now));

        assertThat(ports().commentCommands().find(heard.id())).contains(answered);
        assertThat(ports().commentCommands().find(dropped.id())).contains(dropped);
    }

    @Test
    public void staleStateLosesTheRace() {
        CommentCommand heard = kept(clock.instant());
        saved(heard, command -> command.take(clock.instant()));

        assertLosesRace(() ->
                ports().commentCommands()
                        .save(heard.decide("Done.", clock.instant()).orThrow().state()));
    }

    @Test
    public void whatIsDueIsTakenTheOldestFirst() {
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        CommentCommand second = kept(longAgo.plusSeconds(1));
        CommentCommand first = kept(longAgo);

        assertThat(due(longAgo.minusSeconds(1))).isEmpty();
        assertThat(due(longAgo.plusSeconds(1))).contains(first);
        saved(first, command -> command.take(longAgo));
        assertThat(due(longAgo.plusSeconds(1))).contains(second);
        saved(second, command -> command.drop("a flood", longAgo));
        assertThat(due(longAgo.plusSeconds(1))).isEmpty();
        assertThat(due(longAgo.plus(Duration.ofMinutes(5))))
                .as("its lease is over")
                .map(CommentCommand::id)
                .contains(first.id());
    }

    @Test
    public void othersOnTheIssueAreCounted() {
        Instant now = clock.instant();
        kept(now.minusSeconds(7_200));
        kept(now.minusSeconds(60));
        saved(kept(now.minusSeconds(50)), command -> command.drop("a flood", now));
        CommentCommand command = kept(now);
        kept(now.plusSeconds(1));

        assertThat(ports().commentCommands().othersHeard(command, now.minusSeconds(3_600)))
                .isEqualTo(1);
    }

    @Test
    public void settledOnesAreForgottenAFewAtATime() {
        Instant old = Instant.parse("1999-01-01T00:00:00Z");
        for (int count = 0; count < 3; count++) {
            saved(kept(old), command -> command.drop("a flood", old));
        }
        CommentCommand open = kept(old);

        assertThat(forget(old.plusSeconds(1))).isEqualTo(2);
        assertThat(forget(old.plusSeconds(1))).isEqualTo(1);
        assertThat(forget(old.plusSeconds(1))).isZero();
        assertThat(ports().commentCommands().find(open.id())).contains(open);
    }

    private CommentCommand command(Instant now) {
        return CommentCommand.hear(
                ids.next().getLeastSignificantBits() >>> 1,
                repository,
                7,
                false,
                new GithubAccount(42, "ann"),
                "/bounty 50",
                now);
    }

    private CommentCommand kept(Instant now) {
        CommentCommand command = command(now);
        kept.add(command.id());
        assertThat(keep(command)).isTrue();
        return command;
    }

    private boolean keep(CommentCommand command) {
        return unit(() -> ports().commentCommands().keep(command));
    }

    private Optional<CommentCommand> due(Instant now) {
        return unit(() -> ports().commentCommands().lockDue(now));
    }

    private CommentCommand saved(
            CommentCommand command, Function<CommentCommand, Decision<CommentCommand>> step) {
        return unit(() -> ports().commentCommands().save(step.apply(command).orThrow().state()));
    }

    private int forget(Instant time) {
        return unit(() -> ports().commentCommands().forgetSettledBefore(time, 2));
    }
}
