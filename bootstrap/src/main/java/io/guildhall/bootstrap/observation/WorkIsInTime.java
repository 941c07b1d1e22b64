package io.guildhall.bootstrap.observation;

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

    /** The figures, and from what value on they are bad. */
    private static final Map<String, Double> LIMITS =
            Map.of(
                    "relay_lag_seconds", 60.0,
                    "payout_oldest_due_seconds", 300.0,
                    "leases_expired", 1.0);

    private final FigureMeters figures;

    WorkIsInTime(FigureMeters figures) {
        this.figures = figures;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("work-is-in-time");
        boolean inTime = true;
        for (var limit : LIMITS.entrySet()) {
            double value = figures.newest(limit.getKey()).orElse(0);
            answer.withData(limit.getKey(), Math.round(value));
            inTime &= value < limit.getValue();
        }
        return answer.status(inTime).build();
    }
}
