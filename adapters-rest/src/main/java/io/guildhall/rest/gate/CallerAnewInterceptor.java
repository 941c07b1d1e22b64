package io.guildhall.rest.gate;

import io.guildhall.application.access.Authenticate;
import io.guildhall.rest.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request by what the database says now. Inside of what is done once, so that an
 * earlier answer is given again as to any other request.
 */
@CallerAnew
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
final class CallerAnewInterceptor {

    private final Call call;
    private final Authenticate authenticate;

    CallerAnewInterceptor(Call call, Authenticate authenticate) {
        this.call = call;
        this.authenticate = authenticate;
    }

    @AroundInvoke
    @Nullable Object lookAnew(InvocationContext asked) throws Exception {
        // Whether it may be nobody's is for the method to say.
        if (call.callerIfKnown() != null) {
            call.isStillOf(anew(call.pass()));
        }
        return asked.proceed();
    }

    private Pass anew(Pass remembered) {
        return authenticate
                .byCredential(remembered.credential())
                .map(holder ->
                        new Pass(
                                holder.caller(),
                                holder.credential(),
                                remembered.until(),
                                holder.suspension()))
                .orElseThrow(() -> new ProblemException(Bearer.NO_SUCH_KEY));
    }
}
