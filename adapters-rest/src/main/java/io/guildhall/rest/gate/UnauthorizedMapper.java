package io.guildhall.rest.gate;

import io.guildhall.rest.problem.ProblemException;
import io.guildhall.rest.problem.ProblemMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a caller that showed nothing how to show who it is. */
@Singleton
public final class UnauthorizedMapper {

    private final ProblemMapper problems;

    UnauthorizedMapper(ProblemMapper problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response answer(UnauthorizedException thrown, RoutingContext request) {
        return problems.answer(new ProblemException(Bearer.MISSING), request);
    }
}
