package io.guildhall.bootstrap.observation;

import io.guildhall.application.access.Door;
import io.guildhall.rest.problem.Meant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Times each request at a door from its first byte to the end of its answer. Routes are the
 * templates that resources declare, and what met none is one route: no caller can make more of
 * them. Streams last as long as their readers like and are not timed.
 */
@Singleton
public final class RequestMeter {

    /** Before the gate, so that what it turns away is timed, too. */
    private static final int PRIORITY = 300;

    private static final String ROUTE = RequestMeter.class.getName();
    private static final String NO_ROUTE = "none";
    private static final int TOO_MANY = 429;
    private static final int FIRST_ERROR = 500;
    private static final int HUNDRED = 100;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Map<Door, Counter> limited = new EnumMap<>(Door.class);
    private final Map<Seen, Timer> timers = new ConcurrentHashMap<>();

    RequestMeter(MeterRegistry registry) {
        this.registry = registry;
        for (Door door : Door.values()) {
            // From the start, so that the first one is seen as a rise.
            limited.put(door, registry.counter("guildhall.rate.limited", "door", door.word()));
        }
    }

    /** What requests have in common that are counted together. */
    private record Seen(Door door, String method, String route, String status) {}

    void stand(@Observes Filters filters) {
        filters.register(this::time, PRIORITY);
    }

    /** Once a resource is found, it is known by which template. */
    @ServerRequestFilter
    public void note(ResteasyReactiveContainerRequestContext found, RoutingContext request) {
        if (found.getServerRequestContext() instanceof ResteasyReactiveRequestContext context) {
            var target = context.getTarget();
            request.put(ROUTE, target.getClassPath().template + target.getPath().template);
        }
    }

    private void time(RoutingContext request) {
        Door.at(request.normalizedPath())
                .ifPresent(door -> {
                    long start = System.nanoTime();
                    request.addEndHandler(_ -> record(request, door, System.nanoTime() - start));
                });
        request.next();
    }

    private void record(RoutingContext request, Door door, long nanos) {
        String contentType = request.response().headers().get("Content-Type");
        if (contentType != null && contentType.startsWith("text/event-stream")) {
            return;
        }
        String route = request.get(ROUTE);
        String method = request.request().method().name();
        int status = request.response().getStatusCode();
        var seen =
                new Seen(
                        door,
                        METHODS.contains(method) ? method : "other",
                        route == null ? NO_ROUTE : route,
                        word(status, Meant.isAnswerTo(request)));
        timers.computeIfAbsent(seen, this::timer).record(Duration.ofNanos(nanos));
        if (status == TOO_MANY) {
            Objects.requireNonNull(limited.get(door)).increment();
        }
    }

    /** What is refused on purpose is no error of ours, whatever its status. */
    private static String word(int status, boolean isMeant) {
        return status >= FIRST_ERROR && isMeant ? "refused" : status / HUNDRED + "xx";
    }

    private Timer timer(Seen seen) {
        return Timer.builder("guildhall.requests")
                .description("Requests at the doors, from the first byte to the answer's end")
                .tags(
                        Tags.of(
                                "door", seen.door().word(),
                                "method", seen.method(),
                                "route", seen.route(),
                                "status", seen.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
