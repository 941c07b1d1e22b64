package io.guildhall.bootstrap.work;

import io.guildhall.application.comment.CarryOutCommands;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.comment.CommentCommands;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Carries out commands in comments, and forgets those that are over; on every replica at once. */
@Singleton
final class CommentWorkers {

    private static final Logger LOG = Logger.getLogger(CommentWorkers.class);
    private static final int STEPS_AT_ONCE = 50;
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    /** Longer than the notice is known from which one came. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final CarryOutCommands carryOutCommands;
    private final CommentCommands commands;
    private final Transactions transactions;
    private final InstantSource clock;

    private final Rota rota;

    CommentWorkers(
            CarryOutCommands carryOutCommands,
            CommentCommands commands,
            Transactions transactions,
            InstantSource clock,
            Rota rota) {
        this.carryOutCommands = carryOutCommands;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
        this.rota = rota;
    }

    @Scheduled(
            identity = "comment-commands",
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void carryOut() {
        try {
            rota.goWhileFull(
                    Worker.COMMENT_COMMANDS,
                    () -> carryOutCommands.handle(STEPS_AT_ONCE) == STEPS_AT_ONCE);
        } catch (RefusedException outage) {
            LOG.warnf("Commands in comments are carried out later: %s", outage.getMessage());
        }
    }

    @Scheduled(
            identity = "comment-housekeeping",
            every = "10m",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetWhatIsOver() {
        rota.goWhileFull(Worker.HOUSEKEEPING, this::forgetSome);
    }

    /** In small units of work, so that none holds many rows for long. */
    private boolean forgetSome() {
        Instant old = clock.instant().minus(KEPT);
        return transactions.run(() -> commands.forgetSettledBefore(old, FORGOTTEN_AT_ONCE))
                == FORGOTTEN_AT_ONCE;
    }
}
