package io.guildhall.bootstrap.observation;

import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Since when each worker of this replica has not come through a round; of those that go any. */
@Singleton
public final class RoundMeters implements MeterBinder {

    private final Rota rota;
    private final InstantSource worldClock;

    RoundMeters(Rota rota, InstantSource worldClock) {
        this.rota = rota;
        this.worldClock = worldClock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Worker worker : Worker.values()) {
            Gauge.builder("guildhall.worker.last_success_age_seconds", () -> age(worker))
                    .description("Since the worker's last round that did not fail")
                    .tag("worker", worker.word())
                    .register(registry);
        }
    }

    /** In seconds; no number while it has not gone a round here. */
    double age(Worker worker) {
        Instant well = rota.lastWell(worker);
        return well == null ? Double.NaN : Age.seconds(well, worldClock);
    }
}
