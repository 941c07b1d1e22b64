package io.guildhall.rest.problem;

import io.vertx.ext.web.RoutingContext;

/** The name of one request in its answer, its errors and the log. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** Under which name log formats find it. */
    public static final String LOG_NAME = "requestId";

    private static final String KEPT_AS = RequestId.class.getName();

    private RequestId() {}

    public static void keep(RoutingContext request, String id) {
        request.put(KEPT_AS, id);
    }

    /** Empty only before the gate has given it one. */
    public static String of(RoutingContext request) {
        String id = request.get(KEPT_AS);
        return id == null ? "" : id;
    }
}
