package io.guildhall.rest.gate;

import io.guildhall.application.access.IdempotencyKeys.Scope;
import io.guildhall.application.access.OnceOnly;
import io.guildhall.application.access.OnceOnly.Answer;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import io.guildhall.rest.problem.ProblemException;
import io.guildhall.wire.id.OpenBountyIds;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Does a write once for its caller's key. The answer is made into text inside the unit of work and
 * handed to {@link OnceOnlyAnswerFilter}, so that the first answer and every later one are the same
 * bytes but for the secrets.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class OnceOnlyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

    private final OnceOnly onceOnly;
    private final Answers answers;
    private final Call call;
    private final RoutingContext request;

    OnceOnlyInterceptor(OnceOnly onceOnly, Answers answers, Call call, RoutingContext request) {
        this.onceOnly = onceOnly;
        this.answers = answers;
        this.call = call;
        this.request = request;
    }

    @AroundInvoke
    @Nullable Object once(InvocationContext write) throws Exception {
        String key = key(request);
        Caller caller = call.callerIfKnown();
        if (key == null || caller == null) {
            Object result = write.proceed();
            call.doAfterwards();
            return result;
        }
        check(key);
        AtomicReference<@Nullable Object> result = new AtomicReference<>();
        Answer answer =
                onceOnly.answer(
                        scope(request, caller, key),
                        BodyReader.sha256(request),
                        () -> {
                            // A lost race comes here again: the last result is the one that counts.
                            result.set(proceed(write));
                            return answer(write, result.get());
                        });
        call.doAfterwards();
        OnceOnlyAnswerFilter.hand(request, answer);
        return result.get();
    }

    static void check(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(
                    Problem.field(
                            Fault.INVALID, HEADER, "must be 1 to 255 printable ASCII characters"));
        }
    }

    /** Null when it sends none. */
    static @Nullable String key(RoutingContext request) {
        return request.request().getHeader(HEADER);
    }

    static Scope scope(RoutingContext request, Caller caller, String key) {
        return new Scope(
                holder(caller), request.request().method() + " " + request.normalizedPath(), key);
    }

    private Answer answer(InvocationContext write, @Nullable Object result) {
        Result read = Result.of(result, write.getMethod().getAnnotation(ResponseStatus.class));
        return new Answer(
                read.status(),
                answers.asShown(read.entity()),
                answers.asKept(read.entity()),
                false);
    }

    private static @Nullable Object proceed(InvocationContext write) {
        try {
            return write.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String holder(Caller caller) {
        AgentId agent = caller.agent();
        return agent == null
                ? OpenBountyIds.OPERATOR.on(caller.operator().value())
                : OpenBountyIds.AGENT.on(agent.value());
    }
}
