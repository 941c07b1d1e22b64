package io.guildhall.rest.gate;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a resource method returned, whichever way it says its status. */
record Result(int status, @Nullable Object entity) {

    static Result of(@Nullable Object returned, @Nullable ResponseStatus declared) {
        return switch (returned) {
            case RestResponse<?> response -> new Result(response.getStatus(), response.getEntity());
            case Response response -> new Result(response.getStatus(), response.getEntity());
            case null -> new Result(declared == null ? 204 : declared.value(), null);
            default -> new Result(declared == null ? 200 : declared.value(), returned);
        };
    }
}
