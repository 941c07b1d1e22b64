package io.guildhall.web.visit;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Sends browsers to {@link Nowhere} after everything else that could have answered them. */
@Singleton
final class LastRoute {

    private final DoorPaths doors;

    LastRoute(DoorPaths doors) {
        this.doors = doors;
    }

    void add(@Observes Router router) {
        router.route().last().handler(this::take);
    }

    private void take(RoutingContext request) {
        if (request.normalizedPath().equals(Nowhere.PATH) || !doors.isForPeople(request)) {
            request.next();
            return;
        }
        request.put(Visit.ASKED, request.request().uri());
        request.reroute(HttpMethod.GET, Nowhere.PATH);
    }
}
