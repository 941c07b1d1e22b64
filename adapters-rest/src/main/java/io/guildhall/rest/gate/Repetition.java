package io.guildhall.rest.gate;

import io.guildhall.application.access.OnceOnly;
import io.guildhall.application.access.OnceOnly.Answer;
import io.guildhall.domain.party.Caller;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * What there is of an earlier write under the same key, for writes that are not done in one piece.
 */
@Singleton
public class Repetition {

    private static final Answer DONE = new Answer(204, "", "", false);

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

    /**
     * Does a part of the write once for its caller's key, if it sends one; for what is answered
     * otherwise each time.
     */
    public void once(Runnable part) {
        String key = OnceOnlyInterceptor.key(request);
        Caller caller = call.callerIfKnown();
        if (key == null || caller == null) {
            part.run();
            return;
        }
        OnceOnlyInterceptor.check(key);
        onceOnly.answer(
                OnceOnlyInterceptor.scope(request, caller, key),
                BodyReader.sha256(request),
                () -> {
                    part.run();
                    return DONE;
                });
    }
}
