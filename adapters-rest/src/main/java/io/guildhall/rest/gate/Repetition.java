package io.guildhall.rest.gate;

import io.guildhall.application.access.OnceOnly;
import io.guildhall.domain.party.Caller;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Whether a write only gets its earlier answer again. */
@Singleton
public class Repetition {

    private final OnceOnly onceOnly;
    private final Call call;
    private final RoutingContext request;

    Repetition(OnceOnly onceOnly, Call call, RoutingContext request) {
        this.onceOnly = onceOnly;
        this.call = call;
        this.request = request;
    }

    /** For those that have to ask somebody outside before they do what is {@link Idempotent}. */
    public boolean isAnswered() {
        String key = OnceOnlyInterceptor.key(request);
        Caller caller = call.callerIfKnown();
        return key != null
                && caller != null
                && onceOnly.isAnswered(
                        OnceOnlyInterceptor.scope(request, caller, key),
                        BodyReader.sha256(request));
    }
}
