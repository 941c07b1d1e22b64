package io.guildhall.bootstrap.observation;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * Whether the contract on chain is what is set up here, as it was asked last. It is a reason to
 * wake somebody, and none to take a replica from the balancer: money that lies there goes on.
 */
@Wellness
@Singleton
public final class ContractFits implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ContractFits.class);

    private final AtomicReference<List<String>> misfits = new AtomicReference<>(List.of());

    /**
     * @param now a sentence about each thing that does not fit
     */
    public void found(List<String> now) {
        List<String> before = misfits.getAndSet(List.copyOf(now));
        now.stream().filter(misfit -> !before.contains(misfit)).forEach(LOG::error);
    }

    @Override
    public HealthCheckResponse call() {
        List<String> now = misfits.get();
        var answer = HealthCheckResponse.named("contract-fits");
        if (!now.isEmpty()) {
            answer.withData("misfits", String.join("; ", now));
        }
        return answer.status(now.isEmpty()).build();
    }
}
