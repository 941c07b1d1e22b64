package io.guildhall.bootstrap.observation;

import io.guildhall.application.access.Figures;
import io.guildhall.application.access.Figures.Figure;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.shared.RefusedException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** The figures as gauges, looked at now and then: a scrape asks the database nothing. */
@Singleton
public final class FigureMeters {

    private static final Logger LOG = Logger.getLogger(FigureMeters.class);

    private final Figures figures;
    private final MeterRegistry registry;
    private final MarketClock marketClock;
    private final InstantSource worldClock;
    private final Map<Key, AtomicReference<Double>> values = new ConcurrentHashMap<>();

    /** When all of them could last be read. */
    private volatile Instant allReadAt;

    FigureMeters(
            Figures figures,
            MeterRegistry registry,
            MarketClock marketClock,
            InstantSource worldClock) {
        this.figures = figures;
        this.registry = registry;
        this.marketClock = marketClock;
        this.worldClock = worldClock;
        this.allReadAt = worldClock.instant();
    }

    private record Key(String name, SortedMap<String, String> labels) {}

    void onStart(@Observes StartupEvent event) {
        Gauge.builder("guildhall.figures.age.seconds", this, FigureMeters::age)
                .description("Since when some figure could not be read")
                .register(registry);
        look();
    }

    @Scheduled(identity = "figures", every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        Map<String, String> unread = new LinkedHashMap<>();
        for (String name : figures.names()) {
            try {
                keep(name, figures.read(name, marketClock.instant(), worldClock.instant()));
            } catch (RefusedException outage) {
                unread.put(name, String.valueOf(outage.getMessage()));
            }
        }
        if (unread.isEmpty()) {
            allReadAt = worldClock.instant();
        } else {
            LOG.warnf("Some figures stay as they were: %s", unread);
        }
    }

    /** Seconds since all figures could be read. */
    double age() {
        return Age.seconds(allReadAt, worldClock);
    }

    /** The newest value of a figure without labels; empty before it was looked at. */
    OptionalDouble newest(String name) {
        for (var entry : values.entrySet()) {
            if (entry.getKey().name().equals(name)) {
                return OptionalDouble.of(entry.getValue().get());
            }
        }
        return OptionalDouble.empty();
    }

    private void keep(String name, List<Figure> read) {
        Set<Key> there = new HashSet<>();
        for (Figure figure : read) {
            Key key = new Key(figure.name(), figure.labels());
            there.add(key);
            values.computeIfAbsent(key, this::gauge).set(figure.value());
        }
        values.forEach((key, value) -> {
            if (key.name().equals(name) && !there.contains(key)) {
                value.set(0.0);
            }
        });
    }

    private AtomicReference<Double> gauge(Key key) {
        var value = new AtomicReference<>(0.0);
        List<Tag> tags =
                key.labels().entrySet().stream()
                        .map(label -> Tag.of(label.getKey(), label.getValue()))
                        .toList();
        Gauge.builder("guildhall." + key.name().replace('_', '.'), value, AtomicReference::get)
                .tags(tags)
                .register(registry);
        return value;
    }
}
