package io.guildhall.bootstrap.observation;

import io.guildhall.application.worker.Worker;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether what is to follow requests follows in time. That it does not is a reason to wake
 * somebody, and none to take a replica from the balancer: another would be as late.
 */
@Wellness
@Singleton
public final class WorkIsInTime implements HealthCheck {

    /** What is looked at, and from what value on it is bad. */
    private static final Map<String, Double> LIMITS =
            Map.of(
                    "figures_age_seconds", 60.0,
                    "relay_lag_seconds", 60.0,
                    "payout_oldest_due_seconds", 300.0,
                    "leases_expired", 1.0,
                    "chain_not_followed_seconds", 300.0);

    private final FigureMeters figures;
    private final RoundMeters rounds;

    WorkIsInTime(FigureMeters figures, RoundMeters rounds) {
        this.figures = figures;
        this.rounds = rounds;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("work-is-in-time");
        boolean inTime = true;
        for (var limit : LIMITS.entrySet()) {
            double value = value(limit.getKey());
            answer.withData(limit.getKey(), Math.round(value));
            inTime &= value < limit.getValue();
        }
        return answer.status(inTime).build();
    }

    private double value(String name) {
        return switch (name) {
            case "figures_age_seconds" -> figures.age();
            case "chain_not_followed_seconds" -> {
                double age = rounds.age(Worker.CHAIN);
                yield Double.isNaN(age) ? 0 : age;
            }
            // One that was never read makes the figures old.
            default -> figures.newest(name).orElse(0);
        };
    }
}
