package io.guildhall.rest.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.rest.problem.Envelope;
import io.guildhall.rest.problem.Envelopes;
import io.guildhall.rest.problem.Problem;
import io.guildhall.rest.problem.RequestId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Answers a request that comes no further than the gate. */
@Singleton
final class Refusals {

    private final Envelopes envelopes;
    private final ObjectMapper mapper;

    Refusals(Envelopes envelopes, ObjectMapper mapper) {
        this.envelopes = envelopes;
        this.mapper = mapper;
    }

    void answer(RoutingContext request, Problem problem) {
        Envelope envelope = envelopes.of(request.normalizedPath());
        var response = request.response();
        response.setStatusCode(envelope.status(problem));
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        problem.headers().forEach(response::putHeader);
        response.end(json(envelope.body(problem, RequestId.of(request))));
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An envelope has no JSON form", e);
        }
    }
}
