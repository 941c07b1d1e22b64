package io.guildhall.bootstrap.observation;

import io.guildhall.application.escrow.Reconcile;
import io.guildhall.application.payment.ReconcileRail;
import io.guildhall.domain.payout.Rail;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In what a rail's books and ours differed when this replica last compared them by itself. */
@Singleton
public final class ComparisonMeters implements MeterBinder {

    private final Map<Enum<?>, Double> found = new ConcurrentHashMap<>();

    @Override
    public void bindTo(MeterRegistry registry) {
        gauges(registry, Rail.ESCROW, Reconcile.Subject.values());
        gauges(registry, Rail.STRIPE, ReconcileRail.About.values());
    }

    /**
     * @param kinds all there are of that rail
     * @param differences the kind of each that was found
     */
    public <K extends Enum<K>> void found(Class<K> kinds, List<K> differences) {
        for (K kind : kinds.getEnumConstants()) {
            found.put(kind, (double) Collections.frequency(differences, kind));
        }
    }

    /** No number where nothing has been compared here. */
    double differences(Enum<?> kind) {
        return found.getOrDefault(kind, Double.NaN);
    }

    private void gauges(MeterRegistry registry, Rail rail, Enum<?>... kinds) {
        for (Enum<?> kind : kinds) {
            Gauge.builder("guildhall.reconciliation.differences", () -> differences(kind))
                    .description("What the last nightly comparison found")
                    .tag("rail", word(rail))
                    .tag("about", word(kind))
                    .register(registry);
        }
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
