package io.guildhall.rest.gate;

import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import io.guildhall.rest.problem.ProblemException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an empty body, and a bare {@code null}, where a resource takes one; a resource that can
 * do without says so by {@code @Nullable}.
 */
@Provider
public final class BodyNeeded implements ReaderInterceptor {

    private final ResourceInfo resource;

    public BodyNeeded(@Context ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        Object read = body.proceed();
        if (read == null && !mayBeLeftOut(body.getType())) {
            throw new ProblemException(
                    Problem.of(Fault.BAD_REQUEST, "The request needs a JSON object as its body"));
        }
        return read;
    }

    private boolean mayBeLeftOut(Class<?> type) {
        return Arrays.stream(resource.getResourceMethod().getParameters())
                .filter(parameter -> parameter.getType() == type)
                .anyMatch(parameter ->
                        parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
