package io.guildhall.rest.problem;

import io.guildhall.domain.shared.RefusedException;
import io.vertx.ext.web.RoutingContext;

/**
 * Refusals that are as they are meant to be, whatever their status says: a feature that is not set
 * up, or one that an admin has stopped. Whoever counts our errors leaves them out, since anybody
 * can ask for them.
 */
public final class Meant {

    private static final String NOTE = Meant.class.getName();

    private Meant() {}

    /** Whether the answer to this request is one. */
    public static boolean isAnswerTo(RoutingContext request) {
        return request.get(NOTE) != null;
    }

    static void note(RoutingContext request, Throwable thrown) {
        if (isRefusal(thrown)) {
            request.put(NOTE, true);
        }
    }

    static boolean isRefusal(Throwable thrown) {
        return thrown instanceof RefusedException refused && !refused.error().isOutage();
    }
}
