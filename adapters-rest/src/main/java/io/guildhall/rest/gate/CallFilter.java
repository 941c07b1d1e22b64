package io.guildhall.rest.gate;

import io.guildhall.rest.problem.RequestId;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Hands what the gate found out to the resources. */
final class CallFilter {

    private final Call call;

    CallFilter(Call call) {
        this.call = call;
    }

    @ServerRequestFilter(preMatching = true)
    public void fill(RoutingContext request) {
        call.identify(RequestId.of(request), Gate.passOf(request), Gate.refusalOf(request));
    }
}
