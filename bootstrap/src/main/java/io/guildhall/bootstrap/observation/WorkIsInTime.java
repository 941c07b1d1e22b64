package io.guildhall.bootstrap.observation;

import io.guildhall.application.worker.Worker;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether what is to follow requests follows in time. That it does not is a reason to wake
 * somebody, and none to take a replica from the balancer: another would be as late.
 */
@Wellness
@Singleton
public final class WorkIsInTime implements HealthCheck {

    private final List<Watched> watched;

    WorkIsInTime(FigureMeters figures, RoundMeters rounds) {
        watched =
                List.of(
                        new Watched("figures_age_seconds", 60, figures::age),
                        newest("relay_lag_seconds", 60, figures),
                        newest("payout_oldest_due_seconds", 300, figures),
                        newest("leases_expired", 1, figures),
                        new Watched(
                                "chain_not_followed_seconds", 300, () -> rounds.age(Worker.CHAIN)));
    }

    /**
     * What is looked at.
     *
     * @param limit from what value on it is bad
     */
    private record Watched(String name, double limit, DoubleSupplier value) {}

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("work-is-in-time");
        boolean isLate = false;
        for (Watched one : watched) {
            double value = one.value().getAsDouble();
            answer.withData(one.name(), Math.round(value));
            // What is no number, as of a chain that is not followed here, is never late.
            isLate |= value >= one.limit();
        }
        return answer.status(!isLate).build();
    }

    /** One that was never read makes the figures old. */
    private static Watched newest(String name, double limit, FigureMeters figures) {
        return new Watched(name, limit, () -> figures.newest(name).orElse(0));
    }
}
