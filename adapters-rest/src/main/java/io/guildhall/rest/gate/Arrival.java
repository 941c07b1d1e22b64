package io.guildhall.rest.gate;

import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.rest.problem.RequestId;
import io.guildhall.wire.id.OpenBountyIds;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives a request its id and its answer the headers that every answer has. */
@Singleton
final class Arrival {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final IdGenerator ids;

    Arrival(IdGenerator ids) {
        this.ids = ids;
    }

    void greet(RoutingContext request) {
        String id = id(request.request().getHeader(RequestId.HEADER));
        RequestId.keep(request, id);
        // Quarkus keeps it with the request, so it follows from thread to thread and ends with it.
        MDC.put(RequestId.LOG_NAME, id);
        HttpServerResponse response = request.response();
        response.putHeader(RequestId.HEADER, id);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("Referrer-Policy", "no-referrer");
        request.addEndHandler(_ -> MDC.remove(RequestId.LOG_NAME));
    }

    /**
     * Answers are about money and change by the minute, so nobody between may keep one; and none is
     * a page, so that a browser which takes one for a page may load and run nothing by it.
     */
    void forbidStoring(RoutingContext request) {
        var headers = request.response().headers();
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        request.addHeadersEndHandler(_ -> {
            if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        });
    }

    private String id(@Nullable String sent) {
        return sent != null && ID.matcher(sent).matches()
                ? sent
                : OpenBountyIds.REQUEST.on(ids.next());
    }
}
