package io.guildhall.rest.gate;

import io.guildhall.domain.party.PartyError.PartySuspended;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.shared.RefusedException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what a caller's standing does not allow whatever it asks for: every write of a suspended
 * party but those marked {@link WhileSuspended}, and all that lies below {@code /api/admin} for
 * whoever is no admin. A route that is added later is covered too.
 */
final class StandingFilter {

    /** After a wallet's signature, which says who the caller is. */
    private static final int AFTER_THE_SIGNATURE = Priorities.USER + 200;

    private static final int MARKED_BEFORE = AFTER_THE_SIGNATURE - 50;

    private static final Set<String> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String ADMINS = "/api/admin";

    private final Call call;

    StandingFilter(Call call) {
        this.call = call;
    }

    @WhileSuspended
    @ServerRequestFilter(priority = MARKED_BEFORE)
    public void mark(ContainerRequestContext request) {
        call.mayBeSuspended();
    }

    @ServerRequestFilter(priority = AFTER_THE_SIGNATURE)
    public void check(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (path.equals(ADMINS) || path.startsWith(ADMINS + "/")) {
            call.admin();
        }
        Suspension suspension = call.forbidding();
        if (suspension != null && !READS.contains(request.getMethod())) {
            throw new RefusedException(new PartySuspended(suspension));
        }
    }
}
