package io.guildhall.bootstrap.work;

import io.guildhall.application.access.WorkerBoard;
import io.guildhall.application.worker.Rota;
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

/** Hears which workers are paused, and tells how this replica's do. */
@Singleton
final class RotaWorkers {

    private static final Logger LOG = Logger.getLogger(RotaWorkers.class);
    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final Duration REPORTS_KEPT = Duration.ofDays(1);

    private final Rota rota;
    private final WorkerBoard board;
    private final Transactions transactions;
    private final InstantSource clock;

    RotaWorkers(Rota rota, WorkerBoard board, Transactions transactions, InstantSource clock) {
        this.rota = rota;
        this.board = board;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(identity = "rota", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void synchronise() {
        try {
            rota.synchronise();
        } catch (RefusedException outage) {
            LOG.debugf("The board of the workers is looked at later: %s", outage.getMessage());
        }
    }

    @Scheduled(
            identity = "rota-housekeeping",
            every = "1h",
            delayed = "2m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetReplicasThatAreGone() {
        Instant old = clock.instant().minus(REPORTS_KEPT);
        while (transactions.run(() -> board.forgetBefore(old, FORGOTTEN_AT_ONCE))
                == FORGOTTEN_AT_ONCE) {
            // In small units of work, so that none holds many rows for long.
        }
    }
}
