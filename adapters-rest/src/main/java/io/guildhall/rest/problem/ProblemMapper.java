package io.guildhall.rest.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers whatever a resource or the routing throws, in the words of the path's door. */
@Singleton
public final class ProblemMapper {

    private final Envelopes envelopes;

    ProblemMapper(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    // Quarkus maps mismatched JSON itself unless a mapper names just that class.
    @ServerExceptionMapper({Throwable.class, MismatchedInputException.class})
    public Response answer(Throwable thrown, RoutingContext request) {
        if (thrown instanceof RedirectionException elsewhere) {
            return elsewhere.getResponse();
        }
        Meant.note(request, thrown);
        Problem problem = Problems.explain(thrown);
        Envelope envelope = envelopes.of(request.normalizedPath());
        var answer =
                Response.status(envelope.status(problem))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(envelope.body(problem, RequestId.of(request)));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
