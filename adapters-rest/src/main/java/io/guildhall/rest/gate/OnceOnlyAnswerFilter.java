package io.guildhall.rest.gate;

import io.guildhall.application.access.OnceOnly.Answer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sends the text that a write done once was answered with, now or the first time. */
final class OnceOnlyAnswerFilter {

    private static final String ANSWER = OnceOnlyAnswerFilter.class.getName();
    private static final Annotation[] NO_ANNOTATIONS = {};

    static void hand(RoutingContext request, Answer answer) {
        request.put(ANSWER, answer);
    }

    @ServerResponseFilter
    public void send(ContainerResponseContext response, RoutingContext request) {
        Answer answer = request.get(ANSWER);
        if (answer == null) {
            return;
        }
        response.setStatus(answer.status());
        if (!answer.body().isEmpty()) {
            response.setEntity(answer.body(), NO_ANNOTATIONS, MediaType.APPLICATION_JSON_TYPE);
        }
        if (answer.replayed()) {
            response.getHeaders().putSingle("Idempotency-Replayed", "true");
        }
    }
}
