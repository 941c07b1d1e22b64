package io.guildhall.bootstrap.work;

import io.guildhall.application.worker.Rota;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * A loop that has ended, or has been in one round for minutes, comes back by a restart only, and so
 * does any other worker that has been in one round for an hour; the database being away is no
 * reason for one.
 */
@Liveness
@Singleton
public final class WorkersLive implements HealthCheck {

    /** A round is one batch, but for those that compare all books in one. */
    private static final Duration ROUND_MAX = Duration.ofHours(1);

    private final Loops loops;
    private final Rota rota;

    WorkersLive(Loops loops, Rota rota) {
        this.loops = loops;
        this.rota = rota;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> stuck = new ArrayList<>(loops.stuck());
        rota.busyFor(ROUND_MAX).forEach(worker -> stuck.add(worker.word()));
        return HealthCheckResponse.named("workers")
                .status(stuck.isEmpty())
                .withData("stuck", String.join(", ", stuck))
                .build();
    }
}
