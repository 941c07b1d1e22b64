package io.guildhall.bootstrap.observation;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The connections to the database. */
@Singleton
final class PoolMeters {

    private static final Map<String, ToDoubleFunction<AgroalDataSourceMetrics>> SHOWN =
            Map.of(
                    "guildhall.pool.active", AgroalDataSourceMetrics::activeCount,
                    "guildhall.pool.available", AgroalDataSourceMetrics::availableCount,
                    "guildhall.pool.awaiting", AgroalDataSourceMetrics::awaitingCount,
                    "guildhall.pool.max.used", AgroalDataSourceMetrics::maxUsedCount);

    void onStart(
            @Observes StartupEvent event, AgroalDataSource dataSource, MeterRegistry registry) {
        SHOWN.forEach((name, value) ->
                Gauge.builder(name, dataSource, pool -> value.applyAsDouble(pool.getMetrics()))
                        .register(registry));
    }
}
