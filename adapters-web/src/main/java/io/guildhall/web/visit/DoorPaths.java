package io.guildhall.web.visit;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Predicate;

/**
 * Which paths are a door's, where programs come: they are told what went wrong in its own words,
 * whoever asks.
 */
public record DoorPaths(Predicate<String> holds) {

    /** Whether a browser asks, at a path that is no door's. */
    boolean isForPeople(RoutingContext request) {
        String accepted = request.request().getHeader("Accept");
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML)
                && !holds.test(request.normalizedPath());
    }
}
