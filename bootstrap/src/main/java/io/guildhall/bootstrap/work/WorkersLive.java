package io.guildhall.bootstrap.work;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * A loop that has ended, or has been in one round for minutes, comes back by a restart only; the
 * database being away is no reason for one.
 */
@Liveness
@Singleton
public final class WorkersLive implements HealthCheck {

    private final Loops loops;

    WorkersLive(Loops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> stuck = loops.stuck();
        return HealthCheckResponse.named("workers")
                .status(stuck.isEmpty())
                .withData("stuck", String.join(", ", stuck))
                .build();
    }
}
